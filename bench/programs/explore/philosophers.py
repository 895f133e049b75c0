"""Peer of bench/spin/philosophers.pml: N philosophers and as many forks, ROUNDS meals each, 0: for ever."""
import threading

N = 5
ROUNDS = 1
ORDERED = 0


def dine(first, second):
    meals = 0
    while ROUNDS == 0 or meals < ROUNDS:
        with first:
            with second:
                pass
        if ROUNDS > 0:
            meals += 1


def main():
    forks = []
    for number in range(N):
        forks.append(threading.Lock())
    philosophers = []
    for number in range(N):
        first, second = number, (number + 1) % N
        if ORDERED == 1 and second < first:
            first, second = second, first
        philosophers.append(threading.Thread(target=dine, args=(forks[first], forks[second])))
    for philosopher in philosophers:
        philosopher.start()
    for philosopher in philosophers:
        philosopher.join()


main()
