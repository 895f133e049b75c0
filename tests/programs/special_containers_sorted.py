from collections import deque


class Task:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Task) and self.name == other.name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f"{self.name}({self.priority})"


class TaskList:
    """Keeps its tasks sorted; works as a container."""

    def __init__(self, tasks=()):
        self._tasks = []
        for task in tasks:
            self.add(task)

    def add(self, task):
        place = 0
        while place < len(self._tasks) and not task < self._tasks[place]:
            place += 1
        self._tasks.insert(place, task)

    def __len__(self):
        return len(self._tasks)

    def __iter__(self):
        return iter(self._tasks)

    def __getitem__(self, index):
        return self._tasks[index]

    def __contains__(self, task):
        return task in self._tasks

    def __add__(self, other):
        return TaskList(list(self) + list(other))

    def __iadd__(self, task):
        self.add(task)
        return self

    def __eq__(self, other):
        return list(self) == list(other)

    def __repr__(self):
        return f"TaskList({self._tasks})"


tasks = TaskList([Task(3, "c"), Task(1, "a"), Task(2, "b"), Task(1, "z")])
print(tasks, len(tasks), tasks[0], tasks[-1], tasks[1:3], Task(0, "b") in tasks, bool(TaskList()))
tasks += Task(0, "first")
print(tasks, tasks + [Task(9, "last")], tasks == list(tasks), tasks == TaskList())
first, *others = tasks
print(first, others, max(tasks), min(tasks), sorted(tasks, key=lambda t: t.name))
waiting = deque(tasks)
print(waiting.index(Task(7, "b")), waiting.count(Task(0, "z")), Task(5, "c") in waiting, waiting == deque(tasks))
waiting.remove(Task(1, "a"))
waiting.rotate(1)
print(waiting, waiting < deque([Task(9, "x")]))
try:
    waiting.remove(Task(0, "nobody"))
except ValueError as error:
    print(error)
try:
    waiting.index(Task(0, "nobody"))
except ValueError as error:
    print(error)
by_name = {task.name: task for task in tasks}
print(by_name == {t.name: Task(0, t.name) for t in tasks}, list(by_name.items())[0], Task(1, "a") in by_name.values())
pairs = sorted(((t, t.name) for t in tasks), reverse=True)
print(pairs[0], (Task(1, "a"), 2) < (Task(1, "a"), 3), (Task(1, "a"),) == (Task(5, "a"),))
pairs.sort(key=lambda pair: pair[1])
print([name for _, name in pairs], any(t == Task(0, "q") for t in tasks), all(tasks))
