# Messages with a length in front, as sockets carry them
def pack(text):
    body = text.encode("utf-8")
    return len(body).to_bytes(2, "big") + body

def unpack(stream):
    while stream:
        size = int.from_bytes(stream[:2], "big")
        yield_body = stream[2:2 + size]
        messages.append(yield_body.decode("utf-8"))
        stream = stream[2 + size:]

messages = []
stream = b"".join(pack(text) for text in ("hola", "", "año", "€uro"))
print(stream, len(stream))
unpack(stream)
print(messages)

def checksum(data):
    total = 0
    for byte in data:
        total = (total * 31 + byte) % 256
    return total

STX, ETX = b"\x02", b"\x03"
frame = STX + b"CP01#SUPPLY#12.5" + ETX
frame += bytes([checksum(frame)])
print(frame, frame[-1] == checksum(frame[:-1]))
command, *fields = frame[1:frame.index(ETX)].decode().split("#")
print(command, fields, frame.startswith(STX), frame[-2:-1] == ETX)
print([byte ^ 0x20 for byte in b"AbC"], bytes(byte ^ 0x20 for byte in b"AbC"), frame.partition(b"#"))
for byte in b"\x00\x1f a":
    print(f"{byte:3} {byte:02x} {byte:08b} {chr(byte)!r}")
