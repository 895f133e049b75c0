import threading

wants = [False, False]
turn = 0
count = 0


def work(me):
    global turn, count
    other = 1 - me
    wants[me] = True
    turn = other
    while wants[other] and turn == other:
        pass
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
