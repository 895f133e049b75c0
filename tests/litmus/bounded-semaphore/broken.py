import threading

slots = threading.BoundedSemaphore(1)


def use():
    slots.acquire()
    slots.release()
    slots.release()


a = threading.Thread(target=use)
a.start()
a.join()
print("done")
