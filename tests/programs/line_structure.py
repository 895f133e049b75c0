values = [
    1,
    2,  # a comment
    3,
]
total = (
    values[0]
    + values[1]
    + values[2]
)
print(total); print("two on a line")
if total > 5: print("inline if")
for v in values: total += v
print(total)
while total > 10: total -= 1
else: print("inline else", total)


def one(): return 1


class A: x = 5


print(one(), A.x)
# only a comment

if True:

    # comment before the body
    print("after blank")

    print("and another")
text = "a" \
    "b"
print(text)
print({
    "k": [1,
          2],
}["k"])
x = 1,
print(x)
if not values: pass
else:
	print("tab")
