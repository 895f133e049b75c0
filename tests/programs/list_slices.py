a = list(range(10))
print(a[2:5], a[:3], a[7:], a[::3], a[::-2], a[-2:], a[5:2])
b = a[:]
b[0] = "x"
print(a[0], b[0])
print([1, 2, 3][::-1], [1, 2, 3][5:], a[-100:2])
print((1, 2, 3, 4)[1:3], (1, 2, 3)[::-1])
try:
    a[::0]
except ValueError as error:
    print(error)
matrix = [[1, 2], [3, 4]]
shallow = matrix[:]
shallow[0][0] = 99
shallow.append([5])
print(matrix, shallow)
n = 3
print(a[n : n * 2], a[: -n], a[None:2])
