import queue

q = queue.Queue()
q.put(1)
print(q.get())
q.get(timeout=0.01)
