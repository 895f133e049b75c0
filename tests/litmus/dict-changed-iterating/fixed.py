import threading

sessions = {"CP1": 1, "CP2": 2}
total = 0


def bill():
    global total
    for kwh in list(sessions.values()):
        total += kwh


def plug():
    sessions["CP3"] = 3


a = threading.Thread(target=bill)
b = threading.Thread(target=plug)
a.start()
b.start()
a.join()
b.join()
print(total in (3, 6))
