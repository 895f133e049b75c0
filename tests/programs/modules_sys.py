import sys
import threading
from sys import stdout, exit


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


sys.stdout.write("out\n")
print(sys.stdout.write("abc"))
sys.stdout.flush()
print("to stdout", file=sys.stdout)
print("plain", file=None)
print(sys.maxsize)
sys.setswitchinterval(0.001)
t(lambda: sys.setswitchinterval(0))
t(lambda: sys.setswitchinterval("x"))
t(lambda: sys.stdout.write(1))
t(lambda: sys.exit(1, 2))
try:
    sys.exit("bye")
except SystemExit as e:
    print("exit", e, e.args)
try:
    sys.exit()
except SystemExit as e:
    print("exit", e.args)


def leave():
    print("leave")
    sys.exit("quietly")


thread = threading.Thread(target=leave)
thread.start()
thread.join()
stdout.write("left\n")
try:
    exit(4)
except SystemExit as e:
    print(repr(e))
try:
    sys.exit(0)
finally:
    print("finally")
print("never")
