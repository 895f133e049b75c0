def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


memo = {0: 0, 1: 1}


def remembered(n):
    if n not in memo:
        memo[n] = remembered(n - 1) + remembered(n - 2)
    return memo[n]


for n in [0, 1, 2, 10, 50, 90, 100, 300]:
    print(n, fibonacci(n))
print(remembered(120) == fibonacci(120), len(memo))
print(fibonacci(1000) % 10**12)
print(len(str(fibonacci(1000))))
value = 1
for n in range(1, 41):
    value *= n
print(value)
digits = 0
for digit in str(2**300):
    digits += int(digit)
print(digits)
print(fibonacci(91) / fibonacci(90))
