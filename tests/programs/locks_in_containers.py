import threading

locks = {}
for name in ["a", "b", "c"]:
    locks[name] = threading.Lock()
pool = [threading.Lock(), threading.RLock()]
with locks["a"]:
    print(locks["a"].locked(), locks["b"].locked())
    with pool[0]:
        print(pool[0].locked())
print(locks["a"].locked(), len(locks), locks["a"] is locks["a"], locks["a"] == locks["b"])
order = sorted(locks)
for name in order:
    locks[name].acquire()
held = 0
for lock in locks.values():
    if lock.locked():
        held += 1
print(held)
for name in reversed(order):
    locks[name].release()
by_lock = {locks["a"]: "first"}
print(by_lock[locks["a"]], locks["b"] in by_lock, bool(pool[0]))


class Table:
    shared = threading.Lock()

    def use(self):
        with self.shared:
            return Table.shared.locked()


print(Table().use(), Table.shared.locked())
