import threading
class N:
    def __str__(self):
        return "own"
t = threading.Thread(target=print)
t.name = 5
print(repr(t.name))
t.name = t
print(t.name.startswith("<Thread(5, initial"), type(t.name).__name__)
t.name = N()
print(repr(t.name))
t.setName(7.5)
print(repr(t.name))
u = threading.Thread(target=print, name=12)
print(repr(u.name))
u = threading.Thread(target=print, name=N())
print(repr(u.name))
class W(threading.Thread):
    def __init__(self):
        super().__init__(name=3)
        self.name = [1]
print(repr(W().name))
