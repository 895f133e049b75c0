# A set of three constants or more is a frozen set first, and a for loop iterates over that one.
print({-1, -2, 7}, {6, 14, 7}, {7, 15}, {15, 7})
for x in {6, 14, 7}:
    print(x, end=" ")
for x in {7, 15}:
    print(x, end=" ")
for x in {17, 0, 2, 3, 4}:
    print(x, end=" ")
print({17, 0, 2, 3, 4})
a = 7
print({6, 14, a}, {7, a, 15})
for x in {6, 14, a}:
    print(x, end=" ")
print(list({6, 14, 7}), sorted({6, 14, 7}), {(1, -1), -1, 2.0, None, False})
print({1}.issuperset([2, []]), {1}.issuperset({1}), {1, 2}.issuperset("a"), {1}.discard({2}), {1} in {2})
try:
    {1}.remove({2})
except KeyError as error:
    print(error)
