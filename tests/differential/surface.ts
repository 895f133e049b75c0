/** One small program for each construct and value of the language that programs may use: accepted, and as in CPython. */
export const ACCEPTED: readonly string[] = [
  `from cerrojo import invariant
invariant(check=lambda: True)
print(1)
`,
  `from cerrojo import invariant
invariant(lambda: True, 2)
`,
  `from dataclasses import replace
replace()
`,
  `x = 1 if True else 2; print(x)
`,
  `a, *b = [1, 2, 3]; print(a, b)
`,
  `for i, in [(1,), (2,)]: print(i)
`,
  `a = b = c = 3; print(a, b, c)
`,
  `x: int = 5
print(x)
`,
  `while True:
    break
else:
    print('no')
for i in range(2):
    continue
else:
    print('else')
`,
  `def f():
    n = 0
    def g():
        nonlocal n
        n += 1
        return n
    return g
g = f(); print(g(), g())
`,
  `try:
    raise ValueError('a') from None
except ValueError as e:
    print(e)
`,
  `try:
    1/0
except ZeroDivisionError as e:
    try:
        raise KeyError('x') from e
    except KeyError as k:
        print(repr(k), repr(k.__cause__))
`,
  `if (n := 5) > 3: print(n)
`,
  `print([y := 1, y**2])
`,
  `def f(a, /, b, *, c): return a, b, c
print(f(1, 2, c=3))
`,
  `print(f'{1!r:>5}|{2:{3}}|{"a"}')
`,
  `print(f'{1 + 1 = }')
`,
  `x = 5
print(f'{x=}', f'{x = !r:>4}', f'{x=:.2f}')
`,
  `print("a" "b" f'{1}')
`,
  `assert 1, 'x'
try:
    assert 0, 'msg'
except AssertionError as e: print(e)
`,
  `global x
x = 5
print(x)
`,
  `del []
`,
  `x = [1,2,3]
del x[0], x[-1]
print(x)
`,
  `x = {}
x[1, 2] = 3
print(x, x[1, 2], x[(1, 2)])
`,
  `print(*[1], **{'sep': ''})
`,
  `x = [*range(3), *'ab']; print(x, {**{'a': 1}}, {*x} == set(x))
`,
  `def f(*a, **k): return a, k
print(f(1, *[2], x=1, **{'y': 2}))
`,
  `for x in range(3): pass
print(x)
`,
  `x = 'a'; x[0] = 'b'
`,
  `raise ValueError
`,
  `raise ValueError('x', 1)
`,
  `raise 5
`,
  `print(not 1 == 2, 1 < 2 < 3, 1 in [1] in [[1]])
`,
  `a = [1,2]
a += a
print(a)
`,
  `import threading
with threading.Lock() as l, threading.Lock(): print(l)
`,
  `x = lambda a, b=2, *c, d, **e: (a, b, c, d, e)
print(x(1, d=3))
`,
  `print([x for x in range(5) if x % 2 for y in 'ab'], {x: y for x, y in [(1, 2)]}, {x for x in 'a'}, sum(x for x in [1]))
`,
  `print(sorted([3,1], key=lambda x: -x)[0:1])
`,
  `try:
    pass
finally:
    print(1)
`,
  `if True: pass
elif False: pass
else: pass
`,
  `print('a' if 1 else 'b' if 2 else 'c')
`,
  `"""doc"""
'x'
5
print('ok')
`,
  `print(int.__name__)
`,
  `x = 1; y = 2
x, y = y, x
print(x, y)
`,
  `x = y = []
x.append(1); print(y)
`,
  `[a, b], c = [1, 2], 3; print(a, b, c)
`,
  `print(id, hash, type)
`,
  `e = Exception('a', 2)
print(e, repr(e), e.args, str(e))
`,
  `class MyError(Exception): pass
try: raise MyError('x')
except MyError as e: print(e)
`,
  `print(10_000, 0b1_0, 1e1_0, 0xFF)
`,
  `print(r'\\n', u'a', b'a', rb'\\n', Rb'a', F'{1}')
`,
  `x = 5
def f():
    print(x)
    x = 6
try: f()
except UnboundLocalError as e: print(e)
`,
  `print(isinstance([], (list, tuple)))
`,
  `import math, time as t
print(math.pi)
`,
  `x = object()
`,
  `del_target = [1, 2, 3, 4]
del del_target[1:3], del_target[0]
print(del_target)
`,
  `class Counter:
    total = 0
    def add(self):
        self.total += 1
        return self
counter = Counter().add()
del counter.total
print(counter.total)
del Counter.add
try:
    counter.add()
except AttributeError as error:
    print(error)
`,
  `data = {'a': 1}
del data['a']
try:
    del data['a']
except KeyError as error:
    print(repr(error), data)
`,
  `print(b'abc', b'abc' == bytes([97, 98, 99]), b'abc'.startswith(b'a'), b'abc'.decode())
`,
  `print(frozenset([1]) | {2}, {frozenset([1]): 2})
`,
]

/** What CPython carries out and the machine refuses only when it gets there; the name is that of the outcome. */
export const REFUSED_AT_RUN: readonly (readonly [name: string, source: string])[] = [
  ['type.|', 'isinstance(5, int | str)'],
  ['list.[]', 'numbers = list[int]'],
  ['bytes.%', "b'%d' % 5"],
  ["str.encode('cp1252')", "'ñ'.encode('cp1252')"],
  ["str.encode(errors='xmlcharrefreplace')", "'ñ'.encode('ascii', 'xmlcharrefreplace')"],
  ["bytes.decode('utf-16')", "b'ab'.decode('utf-16')"],
  ['function.calls', 'def f():\n    pass\nf.calls = 0'],
  ['ValueError.code', 'error = ValueError()\nerror.code = 5'],
  ['Thread.result', 'import threading\nthreading.Thread().result = 5'],
  [
    'defaultdict.default_factory',
    'from collections import defaultdict\nd = defaultdict(int)\nd.default_factory = None',
  ],
  ['int.real', 'int.real'],
  ['generator.send', '(x for x in ()).send(None)'],
]
