import threading

sessions = {"CP1": "Ana"}


def close():
    sessions.pop("CP1", None)


a = threading.Thread(target=close)
b = threading.Thread(target=close)
a.start()
b.start()
a.join()
b.join()
print(len(sessions))
