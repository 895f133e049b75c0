import threading

mutex = threading.Lock()
room = threading.Lock()
readers = 0


def read():
    global readers
    while True:
        with mutex:
            readers += 1
            if readers == 1:
                room.acquire()
        with mutex:
            readers -= 1
            if readers == 0:
                room.release()


def write():
    with room:
        pass


a = threading.Thread(target=read)
b = threading.Thread(target=read)
writer = threading.Thread(target=write)
a.start()
b.start()
writer.start()
