def sieve(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    for n in range(2, int(limit**0.5) + 1):
        if is_prime[n]:
            for multiple in range(n * n, limit + 1, n):
                is_prime[multiple] = False
    primes = []
    for n, prime in enumerate(is_prime):
        if prime:
            primes.append(n)
    return primes


def factors(n):
    found = {}
    d = 2
    while d * d <= n:
        while n % d == 0:
            found[d] = found.get(d, 0) + 1
            n //= d
        d += 1 if d == 2 else 2
    if n > 1:
        found[n] = 1
    return found


print(sieve(60))
print(len(sieve(2000)))
for n in [1, 12, 97, 360, 9991, 2**16 + 1]:
    print(n, factors(n))
