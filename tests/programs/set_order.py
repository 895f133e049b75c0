print({5, 4, 3, 2, 1}, {10, 20, 30, 40}, {8, 16, 0, 24}, {-1, -2, 0, 1})
s = set()
for i in [100, 33, 64, 65, 2, 1, 0, 7]:
    s.add(i)
    print(s)
s.discard(64)
s.add(128)
print(s)
s = set()
for i in range(20):
    s.add(i * 13 % 97)
print(s)
for i in range(0, 20, 3):
    s.discard(i * 13 % 97)
print(s)
for i in range(5):
    s.add(200 - i)
print(s)
for x in {30, 10, 20}:
    print(x, end=" ")
print()
print({7, 8}, {101, 102}, {1.5, 2.5, 0.5}, {2**40, 2**35 + 1, 3})
print(set([9, 1, 17, 25]), set([25, 17, 9, 1]))
print({0, 1, 2} | {9, 8}, {9, 8} | {0, 1, 2}, {1, 2, 3, 40} & {40, 2, 1}, {50, 1, 33} - {1})
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
big = set(range(100))
print(big)
print(set([None]), {False, 2})
