import threading

total = 0
lock = threading.Lock()
finished = []


def add(n, times):
    global total
    for _ in range(times):
        with lock:
            total += n
    with lock:
        finished.append(n)


threads = []
for n in range(1, 5):
    threads.append(threading.Thread(target=add, args=(n, 50)))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, sorted(finished), lock.locked())
