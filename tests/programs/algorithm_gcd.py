def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def extended(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = extended(b, a % b)
    return g, y, x - a // b * y


def binary(n):
    if n == 0:
        return "0"
    digits = ""
    while n:
        n, bit = divmod(n, 2)
        digits = str(bit) + digits
    return digits


def power(base, exponent, modulus):
    result = 1
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


print(gcd(48, 36), gcd(17, 5), gcd(0, 9), gcd(2**80, 6**40))
print(extended(240, 46), extended(99, 78))
print(binary(0), binary(10), binary(255))
print(power(3, 200, 1000007), pow(3, 200, 1000007))
