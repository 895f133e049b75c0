import threading

lock = threading.Lock()
log = []


def transfer(fail):
    lock.acquire()
    try:
        log.append("acquired")
        if fail:
            raise ValueError("saldo insuficiente")
        log.append("moved")
    finally:
        lock.release()
        log.append("released")


transfer(False)
try:
    transfer(True)
except ValueError as error:
    log.append(str(error))
print(log, lock.locked())


def forget(fail):
    lock.acquire()
    if fail:
        raise ValueError("olvidado")
    lock.release()


try:
    forget(True)
except ValueError as error:
    print(error, lock.locked())
print(lock.acquire(timeout=0.01))
lock.release()
print(lock.acquire(timeout=0.01))


def attempt():
    if lock.acquire(False):
        try:
            return "mine"
        finally:
            lock.release()
    return "busy"


print(attempt())
lock.release()
print(attempt(), attempt())
