import threading
import time
from cerrojo import ChargingDatabase

db_lock = threading.Lock()
database = ChargingDatabase("ev_charging.db", busy_timeout=5)


def charge():
    for _ in range(5):
        with db_lock:
            kwh = database.get_cp(1)["kwh"]
        time.sleep(0.001)
        with db_lock:
            database.set_kwh(1, kwh + 10)


cp_1 = threading.Thread(target=charge, name="CP-1")
cp_2 = threading.Thread(target=charge, name="CP-2")
cp_1.start()
cp_2.start()
cp_1.join()
cp_2.join()

final_kwh = database.get_cp(1)["kwh"]
print(final_kwh)
assert final_kwh == 100.0, f"lost updates: {final_kwh} of 100.0 kWh"
