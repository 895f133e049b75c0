from cerrojo import invariant

queue = ["first"]


def is_in_order():
    return queue[0] == "first"


invariant(is_in_order)
queue.pop()
print(len(queue))
