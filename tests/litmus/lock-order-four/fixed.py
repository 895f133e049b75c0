import threading

lock_a = threading.Lock()
lock_b = threading.Lock()
lock_c = threading.Lock()
lock_d = threading.Lock()


def work(first, second):
    with first:
        with second:
            pass


a = threading.Thread(target=work, args=(lock_a, lock_b))
b = threading.Thread(target=work, args=(lock_b, lock_c))
c = threading.Thread(target=work, args=(lock_c, lock_d))
d = threading.Thread(target=work, args=(lock_a, lock_d))
a.start()
b.start()
c.start()
d.start()
a.join()
b.join()
c.join()
d.join()
print("done")
