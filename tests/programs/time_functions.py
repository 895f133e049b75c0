import time
from time import sleep as pause

start = time.monotonic()
time.sleep(0.01)
pause(0.01)
elapsed = time.monotonic() - start
print(elapsed >= 0.019, isinstance(elapsed, float))
print(time.sleep(0), time.perf_counter() >= 0)
print(isinstance(time.time(), float))
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
try:
    time.sleep("1")
except TypeError as error:
    print(error)
