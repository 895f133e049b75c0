s = "0123456789"
print(s[2:5], s[:3], s[7:], s[:], s[-3:], s[:-3])
print(s[::2], s[1::2], s[::-1], s[8:2:-2], s[2:8:-1] == "")
print(s[100:], s[-100:3], s[5:2] == "", s[:100])
print(s[-1:-4:-1], s[::3], s[9:0:-3])
print("añoñó"[1:4], "añoñó"[::-1])
i = 3
print(s[i - 1 : i + 2], s[i:][:2])
try:
    s[::0]
except ValueError as error:
    print(error)
word = "reconocer"
print(word == word[::-1])
