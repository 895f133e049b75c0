"""Peer of bench/spin/readersWriters.pml: RD readers, WR writers, L visits each; a room and a counter of readers."""
import threading

RD = 3
WR = 2
L = 1

mutex = threading.Lock()
room = threading.Lock()
readers = 0
inside = 0
value = 0


def read():
    global readers
    for visit in range(L):
        mutex.acquire()
        readers += 1
        if readers == 1:
            room.acquire()
        mutex.release()
        seen = value
        assert inside == 0
        mutex.acquire()
        readers -= 1
        if readers == 0:
            room.release()
        mutex.release()


def write():
    global inside, value
    for visit in range(L):
        room.acquire()
        inside = 1
        value += 1
        inside = 0
        room.release()


def main():
    threads = []
    for number in range(RD):
        threads.append(threading.Thread(target=read))
    for number in range(WR):
        threads.append(threading.Thread(target=write))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


main()
