import threading

total = 0


def add(numbers):
    global total
    for number in numbers:
        total += number


a = threading.Thread(target=add, args=((1, 2),))
b = threading.Thread(target=add, args=((10, 20),))
a.start()
b.start()
a.join()
b.join()
print(total)
