import threading

forks = [threading.Lock(), threading.Lock(), threading.Lock(), threading.Lock()]


def dine(first, second):
    with first:
        with second:
            pass


a = threading.Thread(target=dine, args=(forks[1], forks[0]))
b = threading.Thread(target=dine, args=(forks[1], forks[2]))
c = threading.Thread(target=dine, args=(forks[2], forks[3]))
d = threading.Thread(target=dine, args=(forks[3], forks[0]))
a.start()
b.start()
c.start()
d.start()
a.join()
b.join()
c.join()
d.join()
print("all have eaten")
