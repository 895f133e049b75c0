import threading

wants = [False, False]
turn = 0
count = 0


def work(me):
    global turn, count
    other = 1 - me
    wants[me] = True
    while wants[other]:
        if turn == other:
            wants[me] = False
            while turn == other:
                pass
            wants[me] = True
    count += 1
    turn = other
    wants[me] = False


a = threading.Thread(target=work, args=(0,))
b = threading.Thread(target=work, args=(1,))
a.start()
b.start()
a.join()
b.join()
print(count)
