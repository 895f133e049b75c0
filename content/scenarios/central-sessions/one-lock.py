import threading
import time

active_cp_lock = threading.Lock()
connected_drivers = {101, 102}
current_sessions = {"CP-2": {"driver_id": 102, "status": "authorized"}}


def process_kafka_requests():
    user_id = 101
    cp_id = "CP-1"
    with active_cp_lock:
        connected_drivers.add(user_id)
        time.sleep(0.01)
        current_sessions[cp_id] = {"driver_id": user_id, "status": "authorized"}


def display_panel():
    with active_cp_lock:
        for driver_id in connected_drivers:
            print(f"conductor {driver_id}")
            time.sleep(0.01)


def cleanup_disconnected_drivers():
    drivers_to_remove = {101}
    with active_cp_lock:
        for driver_id in drivers_to_remove:
            connected_drivers.discard(driver_id)
            for cp_id in list(current_sessions):
                if current_sessions[cp_id]["driver_id"] == driver_id:
                    del current_sessions[cp_id]


kafka = threading.Thread(target=process_kafka_requests, name="Kafka")
panel = threading.Thread(target=display_panel, name="Panel")
cleanup = threading.Thread(target=cleanup_disconnected_drivers, name="Limpieza")
kafka.start()
panel.start()
cleanup.start()
kafka.join()
panel.join()
cleanup.join()

print(sorted(connected_drivers), sorted(current_sessions))
