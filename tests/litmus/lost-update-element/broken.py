import threading

stock = [5]


def sell():
    stock[0] -= 1


a = threading.Thread(target=sell)
b = threading.Thread(target=sell)
a.start()
b.start()
a.join()
b.join()
print(stock[0])
