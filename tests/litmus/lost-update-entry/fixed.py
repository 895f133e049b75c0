import threading

votes = {"yes": 0}
lock = threading.Lock()


def vote():
    with lock:
        votes["yes"] += 1


a = threading.Thread(target=vote)
b = threading.Thread(target=vote)
a.start()
b.start()
a.join()
b.join()
print(votes["yes"])
