def parse(text):
    try:
        number = int(text)
    except ValueError as error:
        print("bad:", error)
        number = None
    else:
        print("good:", number)
        if number > 100:
            return "large"
    finally:
        print("parsed", repr(text))
    return number


for text in ["5", "x", "500", ""]:
    print(parse(text))
try:
    pass
except ValueError:
    print("never")
else:
    print("else")
try:
    try:
        pass
    except ValueError:
        print("never")
    else:
        raise ValueError("from else")
except ValueError as error:
    print(error)
for i in range(3):
    try:
        x = 1 // i
    except ZeroDivisionError:
        continue
    else:
        if i == 2:
            break
    print("end of", i)
