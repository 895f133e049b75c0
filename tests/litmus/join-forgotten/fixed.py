import threading

n = 0


def work():
    global n
    n += 1


a = threading.Thread(target=work)
a.start()
a.join()
print(n)
