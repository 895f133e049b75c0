import threading

original = [0]
copy = original[:]


def first():
    original[0] += 1


def second():
    copy[0] += 1


a = threading.Thread(target=first)
b = threading.Thread(target=second)
a.start()
b.start()
a.join()
b.join()
print(original[0], copy[0])
