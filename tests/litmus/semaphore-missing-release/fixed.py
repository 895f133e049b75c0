import threading

slots = threading.Semaphore(1)


def use(ok):
    with slots:
        pass


a = threading.Thread(target=use, args=(True,))
b = threading.Thread(target=use, args=(False,))
a.start()
b.start()
a.join()
b.join()
print("done")
