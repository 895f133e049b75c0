import threading

results = [0, 0]


def add(index, numbers):
    total = 0
    for number in numbers:
        total += number
    results[index] = total


a = threading.Thread(target=add, args=(0, (1, 2)))
b = threading.Thread(target=add, args=(1, (10, 20)))
a.start()
b.start()
a.join()
b.join()
print(results[0] + results[1])
