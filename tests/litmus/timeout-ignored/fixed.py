import threading

lock = threading.Lock()
count = 0
missed = 0
tally = threading.Lock()


def work():
    global count, missed
    if lock.acquire(timeout=1):
        count += 1
        lock.release()
    else:
        with tally:
            missed += 1


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
assert count + missed == 2
print(count, missed)
