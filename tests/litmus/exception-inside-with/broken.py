import threading

lock = threading.Lock()
count = 0


def work(k):
    global count
    with lock:
        count += 10 // k


a = threading.Thread(target=work, args=(0,))
b = threading.Thread(target=work, args=(2,))
a.start()
b.start()
a.join()
b.join()
print(count)
