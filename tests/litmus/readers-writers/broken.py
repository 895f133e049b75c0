import threading

readers = 0
room = threading.Lock()
value = 0


def read():
    global readers
    readers += 1
    if readers == 1:
        room.acquire()
    seen = value
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
