import threading
from cerrojo import ChargingDatabase

db_lock = threading.Lock()
database = ChargingDatabase("ev_charging.db", busy_timeout=0)


def report_charge(cp_id):
    for _ in range(3):
        with db_lock:
            database.update_cp_status(cp_id, "CHARGING")
        with db_lock:
            database.add_kwh(cp_id, 5)


cp_1 = threading.Thread(target=report_charge, args=(1,), name="CP-1")
cp_2 = threading.Thread(target=report_charge, args=(2,), name="CP-2")
cp_1.start()
cp_2.start()
cp_1.join()
cp_2.join()

print(database.get_cp(1)["kwh"], database.get_cp(2)["kwh"])
