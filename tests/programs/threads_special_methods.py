# Special methods of classes that derive from Thread.
import threading


class Philosopher(threading.Thread):
    def __init__(self, name, meals=0):
        super().__init__(name=name)
        self.meals = meals

    def run(self):
        self.meals += 1

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name!r} meals={self.meals}>"

    def __eq__(self, other):
        return isinstance(other, Philosopher) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __lt__(self, other):
        return self.name < other.name

    def __len__(self):
        return self.meals

    def __bool__(self):
        return True

    def __call__(self, *args):
        return (self.name, args)

    def __getitem__(self, key):
        return (self.name, key)

    def __contains__(self, item):
        return item in self.name

    def __iter__(self):
        return iter(self.name)

    def __add__(self, other):
        return self.meals + other.meals

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *details):
        self.join()


class Named(threading.Thread):
    def __str__(self):
        return f"named {self.name}"


class Derived(Named):
    def __str__(self):
        return super().__str__() + "!"

    def __format__(self, specification):
        return f"({specification})"


class Plain(threading.Thread):
    pass


with Philosopher("Kant") as kant:
    pass
plato = Philosopher("Plato", 3)
print(kant)
print(str(kant), repr(kant), f"{kant} {kant!r} {kant!s:>30}", [kant], {"k": kant}, "%s %r" % (kant, kant))
print("{} {!r}".format(kant, plato), (kant,), sep="; ")
print(Named(name="n"), str(Named(name="m")), f"{Named(name='f')}", "%s" % Named(name="p"))
print(Derived(name="d"), f"{Derived(name='d'):x}", format(Derived(), "y"))
print(repr(Named(name="r")), str(Plain(name="plain")), Plain(name="plain"), [Plain(name="q")])
print(kant == Philosopher("Kant"), kant != plato, kant in [Philosopher("Kant")], {kant: 1}[Philosopher("Kant")])
print(sorted([plato, kant]), max(kant, plato), min([plato, kant]), kant < plato, kant > plato)
people = [plato, kant]
people.sort()
print(people, people.index(Philosopher("Plato")), {plato, Philosopher("Plato")})
print(len(plato), bool(plato), plato(1, 2), plato[5], "la" in plato, list(kant), kant + plato)


class Failure(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code

    def __lt__(self, other):
        return self.code < other.code

    def __repr__(self):
        return f"<{self.code}>"


failures = [Failure(3), Failure(1), Failure(2)]
failures.sort()
print(failures, sorted(failures, reverse=True), min(failures), str(failures[0]))
