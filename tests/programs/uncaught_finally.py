import threading

lock = threading.Lock()


def work():
    with lock:
        try:
            print("working")
            return {}["missing"]
        finally:
            print("cleaning", lock.locked())


try:
    work()
finally:
    print("released", not lock.locked())
print("never")
