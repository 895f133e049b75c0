"""Subclasses of Thread: own run, own __init__, names, daemons, and what goes wrong without super().__init__()."""
import threading
from threading import Thread


class Worker(threading.Thread):
    made = 0

    def __init__(self, first, count, name=None, **options):
        super().__init__(name=name, **options)
        self.first = first
        self.count = count
        self.total = 0
        Worker.made += 1

    def run(self):
        for number in range(self.first, self.first + self.count):
            self.total += number

    def describe(self):
        return f"{self.name}: {self.total} {self.is_alive()}"


def one_by_one(*threads):
    for thread in threads:
        thread.start()
        thread.join()


a = Worker(1, 10)
b = Worker(5, 2, "five")
c = Worker(first=0, count=3, daemon=True)
print(a.describe(), b.describe(), c.daemon, a.daemon, a.ident)
one_by_one(a, b, c)
print(a.describe(), b.describe(), c.total, Worker.made)
print(isinstance(a, Worker), isinstance(a, Thread), issubclass(Worker, threading.Thread), type(a).__name__)
print(repr(b)[:20], a.ident is None)


class Plain(Thread):
    pass


class Sayer(Thread):
    def run(self):
        print("in", threading.current_thread().name, threading.current_thread() is self)


class OldStyle(Thread):
    def __init__(self, word):
        threading.Thread.__init__(self, name="old-" + word)
        self.word = word

    def run(self):
        print(self.name, self.word)


class Result(Thread):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.result = None

    def run(self):
        if self._target is not None:
            self.result = self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        super().join(timeout)
        return self.result


class Chatty(Result):
    def run(self):
        print("before")
        super().run()
        print("after", self.result)


class Twice(Thread):
    def run(self):
        super().run()
        try:
            super().run()
        except AttributeError as error:
            print(error)


def square(number, plus=0):
    return number * number + plus


one_by_one(Plain(target=print, args=("plain", 1)), Plain(), Sayer(), Sayer(name="sayer"), OldStyle("w"))
r = Result(target=square, args=(7,), kwargs={"plus": 1})
print(r.name)
r.start()
print(r.join(), r.join())
ch = Chatty(target=square, args=(3,))
ch.start()
print(ch.join())
one_by_one(Twice(target=print, args=("twice",)), Chatty())
direct = Sayer(name="direct")
try:
    direct.run()
except AssertionError:
    print("other thread")


class Forgetful(Thread):
    def __init__(self, value):
        self.value = value

    def run(self):
        print("never")


f = Forgetful(3)
print(f.value)
for action in (f.start, f.join, f.is_alive, lambda: f.name, lambda: f.daemon):
    try:
        action()
    except (RuntimeError, AssertionError) as error:
        print(type(error).__name__, error)


class Early(Thread):
    def __init__(self):
        self.name = "early"
        super().__init__()


try:
    Early()
except AssertionError as error:
    print(error)
try:
    Worker(1)
except TypeError as error:
    print(error)
try:
    Plain(5)
except AssertionError as error:
    print(error)
try:
    Plain(goal=print)
except TypeError as error:
    print(error)
a.name = "renamed"
print(a.name, Worker(1, 1).name, Plain(target=square).name)
try:
    a.start()
except RuntimeError as error:
    print(error)
try:
    Worker(0, 0).join()
except RuntimeError as error:
    print(error)


class Base(Thread):
    def __init__(self, log):
        super().__init__()
        self.log = log

    def run(self):
        self.before()
        self.work()

    def before(self):
        self.log.append("before")

    def work(self):
        raise NotImplementedError


class Concrete(Base):
    def work(self):
        self.log.append("work in " + type(self).__name__)


log = []
one_by_one(Concrete(log), Concrete(log))
print(log)
spent = Thread(target=print, args=("called by hand",))
spent.run()
try:
    spent.run()
except AttributeError as error:
    print(error)
finished = Plain(target=print, args=("called by its thread",))
one_by_one(finished)
try:
    finished.run()
except AttributeError as error:
    print(error)
