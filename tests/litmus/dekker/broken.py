import threading

wants = [False, False]
count = 0


def work(me):
    global count
    if wants[1 - me]:
        return
    wants[me] = True
    count += 1
    wants[me] = False


a = threading.Thread(target=work, args=(0,))
b = threading.Thread(target=work, args=(1,))
a.start()
b.start()
a.join()
b.join()
print(count)
