import threading

busy = False
count = 0


def work():
    global busy, count
    while busy:
        pass
    busy = True
    count += 1
    busy = False


a = threading.Thread(target=work)
b = threading.Thread(target=work)
a.start()
b.start()
a.join()
b.join()
assert count == 2
print(count)
