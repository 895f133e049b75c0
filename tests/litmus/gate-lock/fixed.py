import threading

gate = threading.Lock()
lock_a = threading.Lock()
lock_b = threading.Lock()


def one():
    with gate:
        with lock_a:
            with lock_b:
                pass


def other():
    with gate:
        with lock_b:
            with lock_a:
                pass


a = threading.Thread(target=one)
b = threading.Thread(target=other)
a.start()
b.start()
a.join()
b.join()
print("done")
