import collections
from collections import defaultdict
d = defaultdict(list)
n = defaultdict(int)
def one():
    return 1
class Box:
    def __repr__(self):
        return 'Box'
def fail():
    raise ValueError('no value')
try:
    print(d, n, defaultdict(), defaultdict(None, {1: 2}), defaultdict(int, a=1), defaultdict(int, [(1, 2)], b=3))
except Exception as e:
    print('d, n, defaultdict(), defaultdict(None, {1: 2}), defaultdict(int, a=1), defaultdict(int, [(1, 2)], b=3)', repr(e))
try:
    d['a'].append(1)
    d['a'].append(2)
    d['b'].append(3)
    print(d)
except Exception as e:
    print("d['a'].append(1) ;; d['a'].append(2) ;; d['b'].append(3) ;; d", repr(e))
try:
    n['x'] += 1
    n['x'] += 1
    n['y'] -= 3
    print(n)
except Exception as e:
    print("n['x'] += 1 ;; n['x'] += 1 ;; n['y'] -= 3 ;; n", repr(e))
try:
    print(d.get('z'), 'z' in d, len(d), sorted(d), list(d.items()))
except Exception as e:
    print("d.get('z'), 'z' in d, len(d), sorted(d), list(d.items())", repr(e))
try:
    print(d['new'], d)
except Exception as e:
    print("d['new'], d", repr(e))
try:
    print(dict(n), n == {'x': 2, 'y': -3}, isinstance(n, dict), isinstance(n, defaultdict), type(n), type(n) is defaultdict, isinstance({}, defaultdict))
except Exception as e:
    print("dict(n), n == {'x': 2, 'y': -3}, isinstance(n, dict), isinstance(n, defaultdict), type(n), type(n) is defaultdict, isinstance({}, defaultdict)", repr(e))
try:
    print(n.copy(), n | {'k': 1}, {'k': 1} | n)
except Exception as e:
    print("n.copy(), n | {'k': 1}, {'k': 1} | n", repr(e))
try:
    print(n.default_factory, d.default_factory)
except Exception as e:
    print('n.default_factory, d.default_factory', repr(e))
try:
    f = defaultdict(one)
    print(f['q'], f['q'] + f['r'], dict(f))
except Exception as e:
    print("f = defaultdict(one) ;; f['q'], f['q'] + f['r'], dict(f)", repr(e))
try:
    f = defaultdict(one)
    f['q'] += 5
    print(dict(f))
except Exception as e:
    print("f = defaultdict(one) ;; f['q'] += 5 ;; dict(f)", repr(e))
try:
    f = defaultdict(Box)
    print(f[1], f[2] is f[2], len(f))
except Exception as e:
    print('f = defaultdict(Box) ;; f[1], f[2] is f[2], len(f)', repr(e))
try:
    f = defaultdict(fail)
    print(f[1])
except Exception as e:
    print('f = defaultdict(fail) ;; f[1]', repr(e))
try:
    f = defaultdict(fail)
    print(f.get(1), f.setdefault(1, 2), f[1], f.pop(1))
except Exception as e:
    print('f = defaultdict(fail) ;; f.get(1), f.setdefault(1, 2), f[1], f.pop(1)', repr(e))
try:
    print(defaultdict()['a'])
except Exception as e:
    print("defaultdict()['a']", repr(e))
try:
    print(defaultdict(None)[1])
except Exception as e:
    print('defaultdict(None)[1]', repr(e))
try:
    print(defaultdict(int)[[1]])
except Exception as e:
    print('defaultdict(int)[[1]]', repr(e))
try:
    print(defaultdict(3))
except Exception as e:
    print('defaultdict(3)', repr(e))
try:
    print(defaultdict(int, 3))
except Exception as e:
    print('defaultdict(int, 3)', repr(e))
try:
    print(defaultdict(int, {}, {}))
except Exception as e:
    print('defaultdict(int, {}, {})', repr(e))
try:
    print(defaultdict(set)['a'], defaultdict(dict)['b'], defaultdict(str)['c'], defaultdict(float)[1], defaultdict(bool)[1], defaultdict(tuple)[1])
except Exception as e:
    print("defaultdict(set)['a'], defaultdict(dict)['b'], defaultdict(str)['c'], defaultdict(float)[1], defaultdict(bool)[1], defaultdict(tuple)[1]", repr(e))
try:
    m = defaultdict(list)
    m[1].append(m)
    print(m[1])
except Exception as e:
    print('m = defaultdict(list) ;; m[1].append(m) ;; m[1]', repr(e))
try:
    m = defaultdict(int)
    m.update({'a': 1})
    print(m.pop('a'), m.setdefault('b', 5), m.popitem(), m)
except Exception as e:
    print("m = defaultdict(int) ;; m.update({'a': 1}) ;; m.pop('a'), m.setdefault('b', 5), m.popitem(), m", repr(e))
try:
    del d['a']
    print(d)
except Exception as e:
    print("del d['a'] ;; d", repr(e))
try:
    f = {}
    print(f.default_factory)
except Exception as e:
    print('f = {} ;; f.default_factory', repr(e))
