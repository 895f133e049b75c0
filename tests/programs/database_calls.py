from cerrojo import ChargingDatabase, DatabaseLocked

database = ChargingDatabase("ev_charging.db")
print(database.get_cp(1))
print(database.update_cp_status(1, "CHARGING"), database.add_kwh(1, 7.5), database.add_kwh(1, 2))
print(database.get_cp(1), database.get_cp(1)["kwh"])
print(database.set_kwh(2, 5), database.get_cp(2)["kwh"])
for cp in database.get_all_cps():
    print(cp)
for call in (database.get_cp, database.get_cp):
    try:
        call(9)
    except KeyError as error:
        print("KeyError", error)
try:
    database.update_cp_status(5, "FAULT")
except KeyError as error:
    print("KeyError", error)
try:
    database.add_kwh(0, 1)
except KeyError as error:
    print("KeyError", error)
row = database.get_cp(1)
row["kwh"] = 1000
print(database.get_cp(1)["kwh"])
same = ChargingDatabase("ev_charging.db", busy_timeout=1)
same.set_kwh(3, 1.25)
print(database.get_cp(3)["kwh"], len(same.get_all_cps()))
other = ChargingDatabase("otra.db")
print(other.get_cp(3)["kwh"])
try:
    raise DatabaseLocked("database is locked")
except DatabaseLocked as error:
    print(error, isinstance(error, Exception))
