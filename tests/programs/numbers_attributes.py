# Methods and attributes of numbers that are written out: the point behind `1.5` or `1e3` is no part of the number.
print(1.5.is_integer(), 2.0.is_integer(), -2.5.is_integer())
print(1e3.is_integer(), 1E-2.as_integer_ratio(), 1_0.5.is_integer())
print(0x1f.bit_length(), 0b1011.bit_count(), 0o17.to_bytes(2, "big"))
print(5 .bit_length(), 1000 .bit_length(), (7).bit_length())
print(3.25.real, 3.25.imag, 0x10.numerator, 9 .denominator)
print(0.5.real + 1 .real * 2.5.conjugate())
print([1.5.is_integer, "text".upper][1]())
try:
    print(1.5.append(2))
except AttributeError as error:
    print(error)
