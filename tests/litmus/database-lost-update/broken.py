import threading

from cerrojo import ChargingDatabase

database = ChargingDatabase(busy_timeout=0)
lock = threading.Lock()


def add(x):
    kwh = database.get_cp(1)["kwh"]
    with lock:
        database.set_kwh(1, kwh + x)


a = threading.Thread(target=add, args=(5,))
b = threading.Thread(target=add, args=(7,))
a.start()
b.start()
a.join()
b.join()
print(database.get_cp(1)["kwh"])
