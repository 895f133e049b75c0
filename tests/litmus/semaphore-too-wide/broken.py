import threading

count = 0
slots = threading.Semaphore(2)


def work():
    global count
    with slots:
        count += 1


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
print(count)
