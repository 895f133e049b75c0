def zeros(rows, columns):
    matrix = []
    for _ in range(rows):
        matrix.append([0] * columns)
    return matrix


def multiply(a, b):
    result = zeros(len(a), len(b[0]))
    for i in range(len(a)):
        for j in range(len(b[0])):
            for k in range(len(b)):
                result[i][j] += a[i][k] * b[k][j]
    return result


def transpose(a):
    result = zeros(len(a[0]), len(a))
    for i, row in enumerate(a):
        for j, value in enumerate(row):
            result[j][i] = value
    return result


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    total = 0
    for column in range(len(m)):
        minor = []
        for row in m[1:]:
            minor.append(row[:column] + row[column + 1 :])
        total += (-1) ** column * m[0][column] * determinant(minor)
    return total


a = [[1, 2], [3, 4], [5, 6]]
b = [[7, 8, 9], [10, 11, 12]]
print(multiply(a, b))
print(transpose(a))
print(determinant([[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
power = [[1, 1], [1, 0]]
for _ in range(6):
    power = multiply(power, power)
print(power)
print(multiply([[0.5, 0.5]], [[1], [2]]))
for row in transpose(b):
    print(" ".join([str(row[0]), str(row[1])]))
