import threading

arrived = 0
turnstile = threading.Semaphore(0)


def work():
    global arrived
    arrived += 1
    if arrived == 2:
        turnstile.release()
        turnstile.release()
    turnstile.acquire()
    print("passed")


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
