import threading

a = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31)
b = a + (32, 33)
c = b + (34, 35)
d = c + (36, 37, 38, 39)


def count(e):
    print(len(a), len(b), len(c), len(d), len(e), threading.active_count())


for size in (32, 34, 36, 40):
    t = threading.Thread(target=count, args=(tuple(range(size)),))
    t.start()
    t.join()
print(threading.active_count())
