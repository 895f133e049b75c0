print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9], [1, 2] <= [1, 2], [1] >= [1, 1])
print([1, 2.0] == [1.0, 2], [[1], [2]] == [[1], [2]], [1] == (1,), [1] != (1,), [] == [])
print([1, [2, 3]] < [1, [2, 4]], ["a", 1] < ["b", "x"])
nan = float("nan")
row = [nan]
print(row == row, row == [nan], row == [float("nan")], nan in row, row.index(nan), row.count(nan))
a = [1, 2]
b = a
c = a[:]
b.append(3)
print(a, b, c, a is b, a is c, a == c)
a += [4]
print(b)
a = a + [5]
print(a, b)
matrix = [[0] * 3] * 2
matrix[0][1] = 7
print(matrix, matrix[0] is matrix[1])
matrix = [[0] * 3 for _ in range(2)]
matrix[0][1] = 7
print(matrix)
endless = [1]
endless.append(endless)
print(endless, len(endless), endless[1][1][0])
for attempt in (lambda: [1, "a"] < [1, 2], lambda: [None] < [None, 1], lambda: [None] < [1], lambda: max([1], ["a"])):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
