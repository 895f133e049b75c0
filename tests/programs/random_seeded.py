import random
from random import randint as dado
try:
    random.seed(42)
    print(random.random())
except Exception as e:
    print('random.seed(42) ;; random.random()', repr(e))
try:
    print(random.random(), random.random(), random.random())
except Exception as e:
    print('random.random(), random.random(), random.random()', repr(e))
try:
    print(random.randint(1, 6), dado(1, 6), dado(-5, 5))
except Exception as e:
    print('random.randint(1, 6), dado(1, 6), dado(-5, 5)', repr(e))
try:
    print(random.randrange(10), random.randrange(5, 50), random.randrange(0, 100, 7), random.randrange(10, 0, -3))
except Exception as e:
    print('random.randrange(10), random.randrange(5, 50), random.randrange(0, 100, 7), random.randrange(10, 0, -3)', repr(e))
try:
    print(random.uniform(1, 10), random.uniform(5, 2), random.uniform(0.5, 0.5))
except Exception as e:
    print('random.uniform(1, 10), random.uniform(5, 2), random.uniform(0.5, 0.5)', repr(e))
try:
    print(random.choice([1, 2, 3]), random.choice('abcdef'), random.choice(range(100)), random.choice((7, 8)))
except Exception as e:
    print("random.choice([1, 2, 3]), random.choice('abcdef'), random.choice(range(100)), random.choice((7, 8))", repr(e))
try:
    x = list(range(20))
    random.shuffle(x)
    print(x)
except Exception as e:
    print('x = list(range(20)) ;; random.shuffle(x) ;; x', repr(e))
try:
    print(random.sample(range(1000), 5), random.sample([1, 2, 3], 3), random.sample('abcdefghij', 6), random.sample((1, 2), 0))
except Exception as e:
    print("random.sample(range(1000), 5), random.sample([1, 2, 3], 3), random.sample('abcdefghij', 6), random.sample((1, 2), 0)", repr(e))
try:
    print(random.sample(range(100000), 30))
except Exception as e:
    print('random.sample(range(100000), 30)', repr(e))
try:
    print(random.choices([1, 2, 3], k=5), random.choices('ab', [1, 9], k=6), random.choices('abc', cum_weights=[1, 2, 10], k=4), random.choices('xy'))
except Exception as e:
    print("random.choices([1, 2, 3], k=5), random.choices('ab', [1, 9], k=6), random.choices('abc', cum_weights=[1, 2, 10], k=4), random.choices('xy')", repr(e))
try:
    print(random.getrandbits(1), random.getrandbits(8), random.getrandbits(32), random.getrandbits(100), random.getrandbits(0))
except Exception as e:
    print('random.getrandbits(1), random.getrandbits(8), random.getrandbits(32), random.getrandbits(100), random.getrandbits(0)', repr(e))
try:
    print(random.expovariate(1.5), random.expovariate(2))
except Exception as e:
    print('random.expovariate(1.5), random.expovariate(2)', repr(e))
try:
    random.seed(0)
    print(random.random(), random.randint(1, 100))
except Exception as e:
    print('random.seed(0) ;; random.random(), random.randint(1, 100)', repr(e))
try:
    random.seed(-7)
    print(random.random(), random.getrandbits(70))
except Exception as e:
    print('random.seed(-7) ;; random.random(), random.getrandbits(70)', repr(e))
try:
    random.seed(7)
    print(random.random())
except Exception as e:
    print('random.seed(7) ;; random.random()', repr(e))
try:
    random.seed(2 ** 100 + 3)
    print(random.random(), random.randrange(10 ** 30))
except Exception as e:
    print('random.seed(2 ** 100 + 3) ;; random.random(), random.randrange(10 ** 30)', repr(e))
try:
    random.seed('hola')
    print(random.random(), random.randint(0, 10 ** 9))
except Exception as e:
    print("random.seed('hola') ;; random.random(), random.randint(0, 10 ** 9)", repr(e))
try:
    random.seed('ñandú ' * 40)
    print(random.random())
except Exception as e:
    print("random.seed('ñandú ' * 40) ;; random.random()", repr(e))
try:
    random.seed('')
    print(random.random())
except Exception as e:
    print("random.seed('') ;; random.random()", repr(e))
try:
    random.seed(3.25)
    print(random.random())
except Exception as e:
    print('random.seed(3.25) ;; random.random()', repr(e))
try:
    random.seed(True)
    print(random.random())
except Exception as e:
    print('random.seed(True) ;; random.random()', repr(e))
try:
    random.seed(a=5, version=2)
    print(random.random())
except Exception as e:
    print('random.seed(a=5, version=2) ;; random.random()', repr(e))
try:
    random.seed(99)
    print(random.randint(10, 10))
except Exception as e:
    print('random.seed(99) ;; n = [random.randrange(6) for i in range(0)] if False else 0 ;; random.randint(10, 10)', repr(e))
try:
    print(random.seed([1]))
except Exception as e:
    print('random.seed([1])', repr(e))
try:
    print(random.seed(1, 2, 3))
except Exception as e:
    print('random.seed(1, 2, 3)', repr(e))
try:
    print(random.randint(1))
except Exception as e:
    print('random.randint(1)', repr(e))
try:
    print(random.randint())
except Exception as e:
    print('random.randint()', repr(e))
try:
    print(random.randint(1, 2, 3))
except Exception as e:
    print('random.randint(1, 2, 3)', repr(e))
try:
    print(random.randint(5, 1))
except Exception as e:
    print('random.randint(5, 1)', repr(e))
try:
    print(random.randint(1, b=3, c=4))
except Exception as e:
    print('random.randint(1, b=3, c=4)', repr(e))
try:
    print(random.randint(a=1, b=3) in (1, 2, 3))
except Exception as e:
    print('random.randint(a=1, b=3) in (1, 2, 3)', repr(e))
try:
    print(random.randint('a', 3))
except Exception as e:
    print("random.randint('a', 3)", repr(e))
try:
    print(random.randint(1, 'a'))
except Exception as e:
    print("random.randint(1, 'a')", repr(e))
try:
    print(random.randrange(0))
except Exception as e:
    print('random.randrange(0)', repr(e))
try:
    print(random.randrange(5, 5))
except Exception as e:
    print('random.randrange(5, 5)', repr(e))
try:
    print(random.randrange(5, 1))
except Exception as e:
    print('random.randrange(5, 1)', repr(e))
try:
    print(random.randrange(1, 10, 0))
except Exception as e:
    print('random.randrange(1, 10, 0)', repr(e))
try:
    print(random.randrange(10, 1, 2))
except Exception as e:
    print('random.randrange(10, 1, 2)', repr(e))
try:
    print(random.randrange(1, step=3))
except Exception as e:
    print('random.randrange(1, step=3)', repr(e))
try:
    print(random.choice([]))
except Exception as e:
    print('random.choice([])', repr(e))
try:
    print(random.choice({1, 2}))
except Exception as e:
    print('random.choice({1, 2})', repr(e))
try:
    print(random.choice({'a': 1}))
except Exception as e:
    print("random.choice({'a': 1})", repr(e))
try:
    print(random.choice(5))
except Exception as e:
    print('random.choice(5)', repr(e))
try:
    print(random.choice())
except Exception as e:
    print('random.choice()', repr(e))
try:
    print(random.shuffle((1, 2)))
except Exception as e:
    print('random.shuffle((1, 2))', repr(e))
try:
    print(random.shuffle('ab'))
except Exception as e:
    print("random.shuffle('ab')", repr(e))
try:
    print(random.shuffle([], 3))
except Exception as e:
    print('random.shuffle([], 3)', repr(e))
try:
    print(random.sample({1, 2}, 1))
except Exception as e:
    print('random.sample({1, 2}, 1)', repr(e))
try:
    print(random.sample([1, 2], 3))
except Exception as e:
    print('random.sample([1, 2], 3)', repr(e))
try:
    print(random.sample([1, 2], -1))
except Exception as e:
    print('random.sample([1, 2], -1)', repr(e))
try:
    print(random.sample([1, 2]))
except Exception as e:
    print('random.sample([1, 2])', repr(e))
try:
    print(random.sample([1, 2], 1.5))
except Exception as e:
    print('random.sample([1, 2], 1.5)', repr(e))
try:
    print(random.uniform('a', 2))
except Exception as e:
    print("random.uniform('a', 2)", repr(e))
try:
    print(random.uniform(1))
except Exception as e:
    print('random.uniform(1)', repr(e))
try:
    print(random.random(1))
except Exception as e:
    print('random.random(1)', repr(e))
try:
    print(random.random(x=1))
except Exception as e:
    print('random.random(x=1)', repr(e))
try:
    print(random.getrandbits(-1))
except Exception as e:
    print('random.getrandbits(-1)', repr(e))
try:
    print(random.getrandbits(1.5))
except Exception as e:
    print('random.getrandbits(1.5)', repr(e))
try:
    print(random.getrandbits())
except Exception as e:
    print('random.getrandbits()', repr(e))
try:
    print(random.choices([], k=1))
except Exception as e:
    print('random.choices([], k=1)', repr(e))
try:
    print(random.choices([1, 2], [1], k=1))
except Exception as e:
    print('random.choices([1, 2], [1], k=1)', repr(e))
try:
    print(random.choices([1, 2], [0, 0], k=1))
except Exception as e:
    print('random.choices([1, 2], [0, 0], k=1)', repr(e))
try:
    print(random.choices([1, 2], 3))
except Exception as e:
    print('random.choices([1, 2], 3)', repr(e))
try:
    print(random.choices([1, 2], [1, 2], cum_weights=[1, 3]))
except Exception as e:
    print('random.choices([1, 2], [1, 2], cum_weights=[1, 3])', repr(e))
try:
    print(random.expovariate(0))
except Exception as e:
    print('random.expovariate(0)', repr(e))
try:
    print(random.expovariate('a'))
except Exception as e:
    print("random.expovariate('a')", repr(e))
try:
    random.seed(1)
    a = random.random()
    random.seed(1)
    print(a == random.random())
except Exception as e:
    print('random.seed(1) ;; a = random.random() ;; random.seed(1) ;; a == random.random()', repr(e))
