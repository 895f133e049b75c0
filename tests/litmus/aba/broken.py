import threading

top = "A"
version = 0
lock = threading.Lock()
result = ""


def swap(new):
    global top, version
    with lock:
        top = new
        version += 1


def slow():
    global top, result
    with lock:
        seen = top
        seen_version = version
    with lock:
        if top == seen:
            top = "C"
            result = "swapped"
        else:
            result = "refused"


def fast():
    swap("B")
    swap("A")


a = threading.Thread(target=slow)
b = threading.Thread(target=fast)
a.start()
b.start()
a.join()
b.join()
print(result, version)
