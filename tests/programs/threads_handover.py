import threading

ping = threading.Lock()
pong = threading.Lock()
pong.acquire()
log = []


def left():
    for i in range(3):
        ping.acquire()
        log.append(f"ping {i}")
        pong.release()


def right():
    for i in range(3):
        pong.acquire()
        log.append(f"pong {i}")
        ping.release()


a = threading.Thread(target=left, name="Left")
b = threading.Thread(target=right, name="Right")
b.start()
a.start()
a.join()
b.join()
print(log)
print(ping.locked(), pong.locked())
