import threading

ready = threading.Event()
is_valid = False


def produce():
    if is_valid:
        ready.set()


def consume():
    ready.wait()
    print("ready")


a = threading.Thread(target=produce)
b = threading.Thread(target=consume)
a.start()
b.start()
a.join()
b.join()
