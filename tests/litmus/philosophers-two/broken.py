import threading

forks = [threading.Lock(), threading.Lock()]


def dine(first, second):
    with first:
        with second:
            pass


a = threading.Thread(target=dine, args=(forks[0], forks[1]))
b = threading.Thread(target=dine, args=(forks[1], forks[0]))
a.start()
b.start()
a.join()
b.join()
print("all have eaten")
