import threading

from cerrojo import AtomicInt, invariant

inside = AtomicInt()
invariant(lambda: inside.get() <= 1)


def visit():
    inside.add(1)
    inside.add(-1)


a = threading.Thread(target=visit)
b = threading.Thread(target=visit)
a.start()
b.start()
a.join()
b.join()
print(inside.get())
