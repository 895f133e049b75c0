import threading

low = 0
high = 0
lock = threading.Lock()


def move():
    global low, high
    with lock:
        low = 1
        high = 1


def look():
    with lock:
        is_equal = low == high
    print(is_equal)


a = threading.Thread(target=move)
b = threading.Thread(target=look)
a.start()
b.start()
a.join()
b.join()
