"""Peer of bench/spin/charging.pml: the charging network's three locks, C chargers, billing and monitor, R rounds each."""
import threading

C = 3
R = 1
ORDERED = 0

central = threading.Lock()
engine = threading.Lock()
database = threading.Lock()
sessions = 0
kwh = 0
rows = 0


def charge():
    global sessions, kwh, rows
    for turn in range(R):
        central.acquire()
        sessions += 1
        engine.acquire()
        central.release()
        kwh += 1
        database.acquire()
        rows += 1
        database.release()
        engine.release()


def bill(first, second):
    global rows
    for turn in range(R):
        with first:
            with second:
                rows += 1
                billed = kwh


def watch(first, second):
    for turn in range(R):
        with first:
            with second:
                shown = kwh
                shown = sessions


def main():
    threads = []
    for number in range(C):
        threads.append(threading.Thread(target=charge))
    if ORDERED == 1:
        threads.append(threading.Thread(target=bill, args=(engine, database)))
        threads.append(threading.Thread(target=watch, args=(central, engine)))
    else:
        threads.append(threading.Thread(target=bill, args=(database, engine)))
        threads.append(threading.Thread(target=watch, args=(engine, central)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


main()
