import threading

lock_a = threading.Lock()
lock_b = threading.Lock()


def work(first, second):
    with first:
        with second:
            pass


def bystander():
    for i in range(2):
        print(i)


a = threading.Thread(target=work, args=(lock_a, lock_b))
b = threading.Thread(target=work, args=(lock_b, lock_a))
c = threading.Thread(target=bystander)
a.start()
b.start()
c.start()
a.join()
b.join()
c.join()
print("done")
