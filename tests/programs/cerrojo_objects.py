from cerrojo import AtomicInt, Channel, ReadWriteLock, Topic, progress


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


n = AtomicInt()
print(n.get(), n.add(), n.add(5), n.add(-2), n.get(), n.add(k=3))
print(n.compare_and_set(7, 100), n.get(), n.compare_and_set(7, 1), n.get(), AtomicInt(2**70).add(1), AtomicInt(True).get())
attempt(AtomicInt, "x")
attempt(n.add, 1.5)
attempt(n.compare_and_set, None, 1)

channel = Channel()
channel.sendall(b"OK")
channel.sendall(b"")
channel.sendall("text")
print(channel.recv(), channel.recv(), channel.recv())

news = Topic("news")
print(news.name, news.send("a"), news.send(["b"]), news.send(None))
print(news.poll(), news.poll(), news.poll(timeout=0), news.poll(0.01))
reader = news.subscribe()
other = news.subscribe()
print(reader.poll(), reader.poll(), other.poll(), reader.poll(), reader.poll(timeout=0.01))
news.send("late")
print(reader.poll(1), news.poll(), [other.poll() for _ in range(3)])

lock = ReadWriteLock()
with lock.read():
    with lock.read():
        print("two readers")
with lock.write() as nothing:
    print("one writer", nothing)
for prefer in ("readers", "writers"):
    with ReadWriteLock(prefer=prefer).write():
        print(prefer)
attempt(ReadWriteLock, "nobody")
attempt(ReadWriteLock, prefer=3)
print(progress("done"), progress(1))
