import threading

THREADS = 1
ROUNDS = 20000

lock = threading.Lock()
n = 0


def work():
    global n
    for i in range(ROUNDS):
        with lock:
            n += 1


workers = []
for _ in range(THREADS):
    workers.append(threading.Thread(target=work))
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
assert n == THREADS * ROUNDS
