import threading
import time

THREADS = 3
locks = []
for number in range(THREADS):
    locks.append(threading.Lock())
arrived = 0
gate = threading.Lock()


def client(number):
    global arrived
    with locks[number]:
        with gate:
            arrived += 1
        while arrived < THREADS:
            time.sleep(0.0005)
        with locks[(number + 1) % THREADS]:
            pass


threads = []
for number in range(THREADS):
    threads.append(threading.Thread(target=client, args=(number,)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
