import threading

seen = 0
members = {"a"}
lock = threading.Lock()


def add(member):
    global seen
    with lock:
        if member not in members:
            members.add(member)
            seen += 1


a = threading.Thread(target=add, args=("b",))
b = threading.Thread(target=add, args=("b",))
a.start()
b.start()
a.join()
b.join()
print(seen, len(members))
