import threading

results = {}


def child(n):
    results[n] = n * n


def parent(n):
    threads = []
    for i in range(n):
        thread = threading.Thread(target=child, args=(i,))
        thread.start()
        thread.join()
    results["parent"] = n


def spawn(depth):
    print("depth", depth)
    if depth > 0:
        thread = threading.Thread(target=spawn, args=(depth - 1,))
        thread.start()
        thread.join()
    print("back", depth)


thread = threading.Thread(target=parent, args=(3,))
thread.start()
thread.join()
print(results)
spawn(3)
