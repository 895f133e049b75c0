import threading

def say(text):
    print(text)


a = threading.Thread(target=say, args=("one",))
b = threading.Thread(target=say, args=("two",))
a.start()
b.start()
a.join()
b.join()
