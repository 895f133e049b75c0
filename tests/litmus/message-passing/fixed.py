import threading

data = 0
flag = 0


def send():
    global data, flag
    data = 42
    flag = 1


def receive():
    if flag == 1:
        assert data == 42
        print("received")
    else:
        print("nothing yet")


a = threading.Thread(target=send)
b = threading.Thread(target=receive)
a.start()
b.start()
a.join()
b.join()
