import threading

done = threading.Semaphore(0)
results = []


def work(n):
    results.append(n)
    done.release()


def report():
    done.acquire()
    print(len(results))


a = threading.Thread(target=work, args=(1,))
b = threading.Thread(target=work, args=(2,))
c = threading.Thread(target=report)
a.start()
b.start()
c.start()
a.join()
b.join()
c.join()
