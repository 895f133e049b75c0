import threading

done = threading.Lock()
done.acquire()
value = 0


def produce():
    global value
    done.release()
    value = 42


def consume():
    done.acquire()
    print(value)


a = threading.Thread(target=produce)
b = threading.Thread(target=consume)
a.start()
b.start()
a.join()
b.join()
