import threading

low = 0
high = 0


def move():
    global low, high
    low = 1
    high = 1


def look():
    print(low == high)


a = threading.Thread(target=move)
b = threading.Thread(target=look)
a.start()
b.start()
a.join()
b.join()
