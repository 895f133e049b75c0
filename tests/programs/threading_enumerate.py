"""threading.enumerate lists who is alive, in order of start; the built-in enumerate is another function."""
import threading
from threading import enumerate as alive

gate = threading.Event()


def work():
    gate.wait()


threads = []
for name in ("first", "second"):
    thread = threading.Thread(target=work, name=name)
    thread.start()
    threads.append(thread)
for i, thread in enumerate(threading.enumerate()):
    print(i, thread.name, thread is threading.main_thread())
print(len(alive()), threading.active_count())
gate.set()
for thread in threads:
    thread.join()
print(len(alive()), alive()[0].name)
try:
    alive(1)
except TypeError as error:
    print(error)
for x in (threading.Event(), threading.Semaphore(), threading.Condition()):
    print(type(x) is threading.Event, isinstance(x, threading.Semaphore))
