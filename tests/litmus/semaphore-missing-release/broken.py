import threading

slots = threading.Semaphore(1)


def use(ok):
    slots.acquire()
    if ok:
        slots.release()


a = threading.Thread(target=use, args=(True,))
b = threading.Thread(target=use, args=(False,))
a.start()
b.start()
a.join()
b.join()
print("done")
