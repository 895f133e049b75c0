import threading

sessions = {"CP1": "Ana"}


def close():
    if "CP1" in sessions:
        del sessions["CP1"]


a = threading.Thread(target=close)
b = threading.Thread(target=close)
a.start()
b.start()
a.join()
b.join()
print(len(sessions))
