import threading

wants = [False, False]
count = 0


def work(me):
    global count
    while wants[1 - me]:
        pass
    wants[me] = True
    count += 1
    wants[me] = False


a = threading.Thread(target=work, args=(0,))
b = threading.Thread(target=work, args=(1,))
a.start()
b.start()
a.join()
b.join()
assert count == 2
print(count)
