import threading
from threading import Thread, current_thread


def show():
    print("running in", current_thread().name)


show()
print(threading.main_thread().name, threading.current_thread() is threading.main_thread())
for name in ["Hilo-1", "Kafka", "Señal"]:
    thread = Thread(target=show, name=name)
    thread.start()
    thread.join()
anonymous = Thread(target=show)
print(anonymous.name)
anonymous.start()
anonymous.join()
other = Thread(None, show)
print(other.name)
print(threading.active_count())
