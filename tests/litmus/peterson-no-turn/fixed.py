import threading

wants = [False, False]
turn = 0
count = 0


def work(me):
    global count, turn
    wants[me] = True
    turn = 1 - me
    while wants[1 - me] and turn == 1 - me:
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
