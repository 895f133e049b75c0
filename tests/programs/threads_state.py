import threading


def nothing():
    pass


def hold():
    gate.acquire()
    gate.release()


gate = threading.Lock()
gate.acquire()
thread = threading.Thread(target=hold, name="Holder")
print(thread.name, thread.is_alive(), thread.daemon)
thread.start()
print(thread.is_alive(), thread.join(timeout=0.01), thread.is_alive())
gate.release()
print(thread.join(), thread.is_alive())
try:
    thread.start()
except RuntimeError as error:
    print(error)
unstarted = threading.Thread(target=nothing)
try:
    unstarted.join()
except RuntimeError as error:
    print(error)
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)
daemon = threading.Thread(target=nothing, daemon=True)
print(daemon.daemon)
daemon.start()
daemon.join()
unstarted.name = "Renamed"
print(unstarted.name)
