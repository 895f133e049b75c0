"""A program that ends early, on purpose."""
import sys
import threading

print(__name__, __name__ == "__main__")


def worker():
    try:
        sys.exit("a thread that exits has simply ended")
    finally:
        print("worker cleans up")


t = threading.Thread(target=worker)
t.start()
t.join()
print(t.is_alive())
for code in (None, 0, 1, "text", (1, 2)):
    try:
        sys.exit(code)
    except SystemExit as error:
        print(repr(error), error.code)
try:
    sys.exit()
except SystemExit as error:
    print(repr(error), error.code, error.args)
sys.stdout.write("written\n")
print(sys.stdout.write("four"), end="\n")
sys.stdout.flush()
print(sys.maxsize == 2**63 - 1, sys.maxsize + 1)


def main():
    """The usual beginning."""
    try:
        with threading.Lock():
            sys.exit(0)
    finally:
        print("main cleans up")
    print("never")


if __name__ == "__main__":
    main()
print("never either")
