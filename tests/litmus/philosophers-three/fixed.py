import threading

forks = [threading.Lock(), threading.Lock(), threading.Lock()]


def dine(first, second):
    with first:
        with second:
            pass


a = threading.Thread(target=dine, args=(forks[0], forks[1]))
b = threading.Thread(target=dine, args=(forks[1], forks[2]))
c = threading.Thread(target=dine, args=(forks[0], forks[2]))
a.start()
b.start()
c.start()
a.join()
b.join()
c.join()
print("all have eaten")
