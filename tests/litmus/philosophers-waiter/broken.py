import threading

forks = [threading.Lock(), threading.Lock(), threading.Lock()]
waiter = threading.Lock()


def dine(left):
    right = (left + 1) % 3
    with waiter:
        forks[left].acquire()
    forks[right].acquire()
    forks[right].release()
    forks[left].release()


a = threading.Thread(target=dine, args=(0,))
b = threading.Thread(target=dine, args=(1,))
c = threading.Thread(target=dine, args=(2,))
a.start()
b.start()
c.start()
a.join()
b.join()
c.join()
print("all have eaten")
