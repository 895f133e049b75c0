import threading

n = 0
lock_a = threading.Lock()
lock_b = threading.Lock()


def work(lock):
    global n
    with lock:
        n += 1


a = threading.Thread(target=work, args=(lock_a,))
b = threading.Thread(target=work, args=(lock_b,))
a.start()
b.start()
a.join()
b.join()
print(n)
