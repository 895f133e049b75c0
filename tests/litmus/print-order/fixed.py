import threading


def say(text):
    print(text)


a = threading.Thread(target=say, args=("one",))
b = threading.Thread(target=say, args=("two",))
a.start()
a.join()
b.start()
b.join()
