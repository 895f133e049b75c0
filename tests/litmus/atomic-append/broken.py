import threading

log = []
size = 0


def note(text):
    global size
    log.append(text)
    size += 1


a = threading.Thread(target=note, args=("x",))
b = threading.Thread(target=note, args=("y",))
a.start()
b.start()
a.join()
b.join()
assert size == len(log)
print(size)
