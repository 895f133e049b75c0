import threading

def first():
    b.join()


def second():
    a.join()


a = threading.Thread(target=first)
b = threading.Thread(target=second)
a.start()
b.start()
a.join()
b.join()
print("done")
