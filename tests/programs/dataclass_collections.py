from dataclasses import dataclass, field
from queue import PriorityQueue


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    done: bool = field(default=False, compare=False, repr=False)


@dataclass(frozen=True)
class Seat:
    row: str
    number: int

    def __str__(self):
        return f"{self.row}{self.number}"


@dataclass
class Show:
    title: str
    taken: dict = field(default_factory=dict)
    log: list = field(default_factory=list)

    def book(self, seat, who):
        if seat in self.taken:
            raise KeyError(str(seat))
        self.taken[seat] = who
        self.log.append((seat, who))

    def __len__(self):
        return len(self.taken)

    def __iter__(self):
        return iter(sorted(self.taken, key=lambda seat: (seat.row, seat.number)))


jobs = PriorityQueue()
for job in (Job(3, "c"), Job(1, "a"), Job(2, "b")):
    jobs.put(job)
while not jobs.empty():
    print(jobs.get(), end=" ")
print()
show = Show("Hamlet")
show.book(Seat("B", 2), "ana")
show.book(Seat("A", 1), "luis")
try:
    show.book(Seat("B", 2), "eva")
except KeyError as error:
    print("taken:", error)
print(len(show), [str(seat) for seat in show], show.taken[Seat("A", 1)])
print(show)
print(Show("Empty") == Show("Empty"), Show("x", {1: 2}) == Show("x", {1: 2}), bool(Show("y")))
print(sorted({Seat("C", 3), Seat("C", 3), Seat("A", 9)}, key=str), {Seat("Z", 1): 0})
print(min(Job(5, "x"), Job(4, "y")), max([Job(1, "p"), Job(1, "q")]), sorted([Job(2, "m"), Job(1, "n")]))
print(Job(1, "a") in [Job(1, "other")], [Job(1, "a"), Job(2, "b")].index(Job(2, "zzz")))
by_priority = {}
for job in [Job(1, "a"), Job(2, "b"), Job(1, "c")]:
    by_priority.setdefault(job.priority, []).append(job)
print(by_priority)
