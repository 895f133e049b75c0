def last(items, position=5):
    return items[position]
print(last(range(9)))
print(last([1, 2, 3]))
