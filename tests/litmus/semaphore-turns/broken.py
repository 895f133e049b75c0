import threading

ping = threading.Semaphore(1)
pong = threading.Semaphore(1)


def say(mine, theirs, text):
    for turn in range(2):
        mine.acquire()
        print(text)
        theirs.release()


a = threading.Thread(target=say, args=(ping, pong, "ping"))
b = threading.Thread(target=say, args=(pong, ping, "pong"))
a.start()
b.start()
a.join()
b.join()
