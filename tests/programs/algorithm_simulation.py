points = []
for cp_id in range(1, 5):
    points.append({"id": cp_id, "status": "AVAILABLE", "driver_id": None, "kwh": 0.0})
events = [(0, 1, "start", 7), (1, 2, "start", 8), (3, 1, "stop", 7), (3, 2, "fault", None), (4, 2, "start", 9)]


def find(cp_id):
    for point in points:
        if point["id"] == cp_id:
            return point
    raise KeyError(cp_id)


def handle(kind, point, driver_id):
    if kind == "start":
        if point["status"] != "AVAILABLE":
            raise RuntimeError(f"CP-{point['id']} is {point['status']}")
        point.update({"status": "CHARGING", "driver_id": driver_id})
    elif kind == "stop":
        point.update(status="AVAILABLE", driver_id=None)
    else:
        point["status"], point["driver_id"] = "FAULT", None


for now in range(6):
    for when, cp_id, kind, driver_id in events:
        if when == now:
            try:
                handle(kind, find(cp_id), driver_id)
            except RuntimeError as error:
                print("refused:", error)
    for point in points:
        if point["status"] == "CHARGING":
            point["kwh"] += 2.5
    busy = 0
    for point in points:
        busy += point["status"] == "CHARGING"
    print(now, busy)
for point in points:
    print(point)
