import threading

log = []


def work(name, times):
    for i in range(times):
        log.append((name, i))
    print("worked", name)


for name in ["a", "b", "c"]:
    thread = threading.Thread(target=work, args=(name, 2))
    thread.start()
    thread.join()
print(log)
thread = threading.Thread(target=work, args=("k",), kwargs={"times": 1})
thread.start()
thread.join()
thread.join()
print(len(log))
threads = []
for i in range(3):
    threads.append(threading.Thread(target=work, args=(i, i)))
for thread in threads:
    thread.start()
    thread.join()
print(log[-3:])
thread = threading.Thread()
thread.start()
thread.join()
print("done")
