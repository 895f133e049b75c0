import threading

lock_a = threading.Lock()
lock_b = threading.Lock()
lock_c = threading.Lock()


def work(first, second):
    with first:
        with second:
            pass


a = threading.Thread(target=work, args=(lock_a, lock_b))
b = threading.Thread(target=work, args=(lock_b, lock_c))
c = threading.Thread(target=work, args=(lock_c, lock_a))
a.start()
b.start()
c.start()
a.join()
b.join()
c.join()
print("done")
