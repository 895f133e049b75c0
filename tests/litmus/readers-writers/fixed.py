import threading

readers = 0
mutex = threading.Lock()
room = threading.Lock()
value = 0


def read():
    global readers
    with mutex:
        readers += 1
        if readers == 1:
            room.acquire()
    seen = value
    with mutex:
        readers -= 1
        if readers == 0:
            room.release()
    print("read")


a = threading.Thread(target=read)
b = threading.Thread(target=read)
a.start()
b.start()
a.join()
b.join()
