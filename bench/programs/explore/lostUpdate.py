"""Peer of bench/spin/lostUpdate.pml: T threads, R unlocked increments each."""
import threading

T = 3
R = 2
CHECK = 0

count = 0


def work():
    global count
    for turn in range(R):
        count += 1


def main():
    threads = []
    for number in range(T):
        threads.append(threading.Thread(target=work))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert CHECK == 0 or count == T * R


main()
