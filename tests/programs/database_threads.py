import threading
from cerrojo import ChargingDatabase

database = ChargingDatabase(busy_timeout=5)
db_lock = threading.Lock()


def charge(cp_id, times):
    for _ in range(times):
        with db_lock:
            kwh = database.get_cp(cp_id)["kwh"]
            database.set_kwh(cp_id, kwh + 1)


def mark(cp_id):
    database.update_cp_status(cp_id, "CHARGING")
    database.add_kwh(4, 0.5)


threads = []
for cp_id in (1, 2):
    threads.append(threading.Thread(target=charge, args=(cp_id, 3)))
    threads.append(threading.Thread(target=charge, args=(3, 2)))
    threads.append(threading.Thread(target=mark, args=(cp_id,)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
total = 0
for cp in database.get_all_cps():
    print(cp["id"], cp["status"], cp["driver_id"], cp["kwh"])
    total += cp["kwh"]
print(total)
