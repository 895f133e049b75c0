import threading

from cerrojo import ChargingDatabase

database = ChargingDatabase(busy_timeout=0)
lock = threading.Lock()


def add(x):
    with lock:
        database.add_kwh(1, x)


a = threading.Thread(target=add, args=(5,))
b = threading.Thread(target=add, args=(7,))
a.start()
b.start()
a.join()
b.join()
print(database.get_cp(1)["kwh"])
