import threading

counter = 0
lock_1 = threading.Lock()
lock_2 = threading.Lock()


def work(own_lock):
    global counter
    for _ in range(3):
        with own_lock:
            counter += 1


thread_1 = threading.Thread(target=work, args=(lock_1,), name="Hilo-1")
thread_2 = threading.Thread(target=work, args=(lock_2,), name="Hilo-2")
thread_1.start()
thread_2.start()
thread_1.join()
thread_2.join()

print(counter)
