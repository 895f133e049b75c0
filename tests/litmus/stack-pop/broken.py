import threading

stack = ["last"]
taken = []


def take():
    if len(stack) > 0:
        taken.append(stack.pop())


a = threading.Thread(target=take)
b = threading.Thread(target=take)
a.start()
b.start()
a.join()
b.join()
print(taken)
