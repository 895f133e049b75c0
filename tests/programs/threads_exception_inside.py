import threading

problems = []


def risky(n):
    try:
        print(10 // n)
    except ZeroDivisionError as error:
        problems.append(str(error))
    finally:
        print("finished", n)


for n in [5, 0, 3]:
    thread = threading.Thread(target=risky, args=(n,))
    thread.start()
    thread.join()
print(problems)
try:
    threading.Thread(target=risky, args=(1,), name="x").nothing
except AttributeError as error:
    print("no such attribute")
