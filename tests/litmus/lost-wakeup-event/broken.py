import threading

full = False
signal = threading.Event()


def put():
    global full
    full = True
    signal.set()


def take():
    if not full:
        signal.clear()
        signal.wait()
    print("taken")


a = threading.Thread(target=put)
b = threading.Thread(target=take)
a.start()
b.start()
a.join()
b.join()
