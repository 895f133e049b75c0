import threading
def run():
    count = 0
    limit = 20
    def worker(times):
        nonlocal count
        for _ in range(times):
            count += 1
    threads = [threading.Thread(target=worker, args=(limit,)) for _ in range(3)]
    for t in threads: t.start()
    for t in threads: t.join()
    print(count <= 60, count >= 2)
run()
lock = threading.Lock()
def safe():
    total = 0
    def add(k):
        nonlocal total
        with lock:
            total += k
    ts = [threading.Thread(target=lambda k=k: add(k)) for k in range(5)]
    [t.start() for t in ts]
    [t.join() for t in ts]
    print(total)
safe()
