import threading

connected = {"a", "b"}


def broadcast():
    sent = 0
    for driver in list(connected):
        sent += 1


def leave():
    connected.discard("a")


a = threading.Thread(target=broadcast)
b = threading.Thread(target=leave)
a.start()
b.start()
a.join()
b.join()
print(len(connected))
