import threading

ready = threading.Lock()
value = 0


def produce():
    global value
    value = 42
    ready.release()


ready.acquire()

a = threading.Thread(target=produce)
a.start()
a.join()
ready.acquire()
print(value)
