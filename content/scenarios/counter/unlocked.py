import threading

counter = 0


def work():
    global counter
    for _ in range(3):
        counter += 1


thread_1 = threading.Thread(target=work, name="Hilo-1")
thread_2 = threading.Thread(target=work, name="Hilo-2")
thread_1.start()
thread_2.start()
thread_1.join()
thread_2.join()

print(counter)
