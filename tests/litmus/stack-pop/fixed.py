import threading

stack = ["last"]
taken = []
lock = threading.Lock()


def take():
    with lock:
        if len(stack) > 0:
            taken.append(stack.pop())


a = threading.Thread(target=take)
b = threading.Thread(target=take)
a.start()
b.start()
a.join()
b.join()
print(taken)
