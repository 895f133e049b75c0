data = b"hello"
print(data, len(data), data[0], data[-1], data[1:3], data[::-1], list(data), 104 in data, b"ell" in data)
print(data == b"hello", data == "hello", data < b"help", data != b"", bool(b""), data + b"!", data * 2)
print(b"\x00\x7f\x80\xff\n\t\\'", b"it's", b'"', b'"\'', rb"\n", b"a" b"b")
print(data.startswith(b"he"), data.endswith((b"lo", b"x")), data.find(b"l"), data.rfind(b"l"), data.count(b"l"), data.index(b"o"))
print(data.decode(), "ñandú €".encode(), "ñandú €".encode().decode(), b"\xc3\xb1".decode("utf-8"), len("€".encode()))
print(data.upper(), b"ABC".lower(), b"  x ".strip(), b"a,b,,c".split(b","), b"-".join([b"a", b"b"]), b"aXbX".replace(b"X", b"--"))
print(bytes(3), bytes([65, 66]), bytes("é", "latin-1"), bytes(b"x"), bytes(), bytes(range(3)))
print(data.hex(), bytes.fromhex("48 65ff"), b"12".isdigit(), b"ab".isalpha(), hash(b"a") == hash(b"a"))
print({b"k": 1}[b"k"], sorted([b"b", b"a"]), max(b"abc"), sum(b"\x01\x02"), [hex(byte) for byte in b"\x0a\xff"])
for attempt in (
    lambda: data + "x",
    lambda: data[9],
    lambda: data["a"],
    lambda: bytes([256]),
    lambda: bytes("a"),
    lambda: bytes(-1),
    lambda: data.index(b"z"),
    lambda: data.find("l"),
    lambda: "l" in data,
    lambda: 300 in data,
    lambda: b"\xff".decode(),
    lambda: "ñ".encode("ascii"),
    lambda: data < "a",
    lambda: data.startswith("h"),
    lambda: b",".join(["a"]),
    lambda: bytes.fromhex("4"),
):
    try:
        print(attempt())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
