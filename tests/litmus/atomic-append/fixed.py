import threading

log = []


def note(text):
    log.append(text)


a = threading.Thread(target=note, args=("x",))
b = threading.Thread(target=note, args=("y",))
a.start()
b.start()
a.join()
b.join()
print(len(log))
