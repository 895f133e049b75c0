"""Peer of bench/spin/bank.pml: K transfers of 1 in a ring over M accounts."""
import threading

K = 3
M = 3
PHASE2 = 0


class Account:
    def __init__(self):
        self.balance = 10


def transfer(source, target, first, second):
    with first:
        with second:
            source.balance -= 1
            target.balance += 1


def main():
    accounts = []
    locks = []
    for number in range(M):
        accounts.append(Account())
        locks.append(threading.Lock())
    threads = []
    for number in range(K):
        source, target = number % M, (number + 1) % M
        first, second = source, target
        if PHASE2 == 1 and second < first:
            first, second = second, first
        arguments = (accounts[source], accounts[target], locks[first], locks[second])
        threads.append(threading.Thread(target=transfer, args=arguments))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    total = 0
    for account in accounts:
        total += account.balance
    assert total == 10 * M


main()
