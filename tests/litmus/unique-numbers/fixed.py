import threading

last = 0
given = []
lock = threading.Lock()


def take():
    global last
    with lock:
        number = last + 1
        last = number
    given.append(number)


a = threading.Thread(target=take)
b = threading.Thread(target=take)
a.start()
b.start()
a.join()
b.join()
assert given[0] != given[1]
print(sorted(given))
