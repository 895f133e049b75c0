import collections
from collections import deque
d = deque([1, 2, 3])
b = deque('abcd', maxlen=3)
try:
    print(d, b, deque(), deque(maxlen=2), collections.deque(range(3), 2))
except Exception as e:
    print('d, b, deque(), deque(maxlen=2), collections.deque(range(3), 2)', repr(e))
try:
    print(len(d), bool(deque()), d[0], d[-1], d[1], b.maxlen, d.maxlen)
except Exception as e:
    print('len(d), bool(deque()), d[0], d[-1], d[1], b.maxlen, d.maxlen', repr(e))
try:
    d.append(4)
    d.appendleft(0)
    print(d)
except Exception as e:
    print('d.append(4) ;; d.appendleft(0) ;; d', repr(e))
try:
    print(d.pop(), d.popleft(), d)
except Exception as e:
    print('d.pop(), d.popleft(), d', repr(e))
try:
    d.extend([7, 8])
    d.extendleft([5, 6])
    print(d)
except Exception as e:
    print('d.extend([7, 8]) ;; d.extendleft([5, 6]) ;; d', repr(e))
try:
    d.rotate()
    print(d)
except Exception as e:
    print('d.rotate() ;; d', repr(e))
try:
    d.rotate(-2)
    print(d)
except Exception as e:
    print('d.rotate(-2) ;; d', repr(e))
try:
    d.rotate(100)
    print(d)
except Exception as e:
    print('d.rotate(100) ;; d', repr(e))
try:
    d.reverse()
    print(d)
except Exception as e:
    print('d.reverse() ;; d', repr(e))
try:
    d.insert(1, 'x')
    d.insert(-1, 'y')
    d.insert(100, 'z')
    print(d)
except Exception as e:
    print("d.insert(1, 'x') ;; d.insert(-1, 'y') ;; d.insert(100, 'z') ;; d", repr(e))
try:
    d.remove('x')
    print(d, d.index('y'), d.count(7), 'z' in d, 99 in d)
except Exception as e:
    print("d.remove('x') ;; d, d.index('y'), d.count(7), 'z' in d, 99 in d", repr(e))
try:
    d[0] = 'first'
    d[-1] = 'last'
    print(d)
except Exception as e:
    print("d[0] = 'first' ;; d[-1] = 'last' ;; d", repr(e))
try:
    del d[1]
    print(d)
except Exception as e:
    print('del d[1] ;; d', repr(e))
try:
    d.clear()
    print(d)
except Exception as e:
    print('d.clear() ;; d', repr(e))
try:
    b.append('e')
    b.appendleft('f')
    print(b, len(b))
except Exception as e:
    print("b.append('e') ;; b.appendleft('f') ;; b, len(b)", repr(e))
try:
    b.extend('xyz')
    b.extendleft('12')
    print(b)
except Exception as e:
    print("b.extend('xyz') ;; b.extendleft('12') ;; b", repr(e))
try:
    c = b.copy()
    c.append(1)
    print(b, c, c.maxlen)
except Exception as e:
    print('c = b.copy() ;; c.append(1) ;; b, c, c.maxlen', repr(e))
try:
    print(deque([1, 2]) == deque([1, 2]), deque([1, 2]) == [1, 2], deque([1]) < deque([2]), deque([1], 5) == deque([1]))
except Exception as e:
    print('deque([1, 2]) == deque([1, 2]), deque([1, 2]) == [1, 2], deque([1]) < deque([2]), deque([1], 5) == deque([1])', repr(e))
try:
    print(deque([1]) + deque([2, 3]), deque([1, 2]) * 2, 2 * deque([1]))
except Exception as e:
    print('deque([1]) + deque([2, 3]), deque([1, 2]) * 2, 2 * deque([1])', repr(e))
try:
    e = deque([1])
    e += [2, 3]
    e *= 2
    print(e)
except Exception as e:
    print('e = deque([1]) ;; e += [2, 3] ;; e *= 2 ;; e', repr(e))
try:
    e = deque([1, 2])
    e.extend(e)
    e += e
    print(e)
except Exception as e:
    print('e = deque([1, 2]) ;; e.extend(e) ;; e += e ;; e', repr(e))
try:
    print(list(deque([1, 2])), tuple(deque('ab')), sorted(deque([3, 1])), sum(deque([1, 2])), list(reversed(deque([1, 2, 3]))))
except Exception as e:
    print("list(deque([1, 2])), tuple(deque('ab')), sorted(deque([3, 1])), sum(deque([1, 2])), list(reversed(deque([1, 2, 3])))", repr(e))
try:
    print(isinstance(d, deque), isinstance(d, list), type(d), type(d) is deque, deque)
except Exception as e:
    print('isinstance(d, deque), isinstance(d, list), type(d), type(d) is deque, deque', repr(e))
try:
    print(str(deque(['a', 1.5, None])), repr(deque([deque([1]), [2]])), f'{deque([1])}')
except Exception as e:
    print("str(deque(['a', 1.5, None])), repr(deque([deque([1]), [2]])), f'{deque([1])}'", repr(e))
try:
    e = deque()
    e.append(e)
    print(e)
except Exception as e:
    print('e = deque() ;; e.append(e) ;; e', repr(e))
try:
    print(list(zip(deque([1, 2]), 'ab')), list(enumerate(deque('xy'))), max(deque([1, 9, 3])))
except Exception as e:
    print("list(zip(deque([1, 2]), 'ab')), list(enumerate(deque('xy'))), max(deque([1, 9, 3]))", repr(e))
try:
    a, z = deque([1, 2])
    print(a, z)
except Exception as e:
    print('a, z = deque([1, 2]) ;; a, z', repr(e))
try:
    print(deque([1], 0), deque([1, 2], maxlen=None))
except Exception as e:
    print('deque([1], 0), deque([1, 2], maxlen=None)', repr(e))
try:
    print(deque([(1, 'a')])[0][1], [deque([1])] == [deque([1])])
except Exception as e:
    print("deque([(1, 'a')])[0][1], [deque([1])] == [deque([1])]", repr(e))
try:
    print(deque().pop())
except Exception as e:
    print('deque().pop()', repr(e))
try:
    print(deque().popleft())
except Exception as e:
    print('deque().popleft()', repr(e))
try:
    print(deque([1])[5])
except Exception as e:
    print('deque([1])[5]', repr(e))
try:
    print(deque([1])['a'])
except Exception as e:
    print("deque([1])['a']", repr(e))
try:
    print(deque([1])[0:1])
except Exception as e:
    print('deque([1])[0:1]', repr(e))
try:
    print(deque([1]).remove(3))
except Exception as e:
    print('deque([1]).remove(3)', repr(e))
try:
    print(deque([1]).index(3))
except Exception as e:
    print('deque([1]).index(3)', repr(e))
try:
    print(deque([1, 2, 3, 2]).index(2, 2), deque([1]).index(1, 5))
except Exception as e:
    print('deque([1, 2, 3, 2]).index(2, 2), deque([1]).index(1, 5)', repr(e))
try:
    print(deque(5))
except Exception as e:
    print('deque(5)', repr(e))
try:
    print(deque([1], -1))
except Exception as e:
    print('deque([1], -1)', repr(e))
try:
    print(deque([1], 'a'))
except Exception as e:
    print("deque([1], 'a')", repr(e))
try:
    print(deque([1], 2, 3))
except Exception as e:
    print('deque([1], 2, 3)', repr(e))
try:
    print(deque([1], size=3))
except Exception as e:
    print('deque([1], size=3)', repr(e))
try:
    print(deque([1]) + [2])
except Exception as e:
    print('deque([1]) + [2]', repr(e))
try:
    print(deque([1]) < [2])
except Exception as e:
    print('deque([1]) < [2]', repr(e))
try:
    print(deque([1]) - deque([1]))
except Exception as e:
    print('deque([1]) - deque([1])', repr(e))
try:
    print({deque(): 1})
except Exception as e:
    print('{deque(): 1}', repr(e))
try:
    print(hash(deque()))
except Exception as e:
    print('hash(deque())', repr(e))
try:
    print(deque([1]).append())
except Exception as e:
    print('deque([1]).append()', repr(e))
try:
    print(deque([1]).append(1, 2))
except Exception as e:
    print('deque([1]).append(1, 2)', repr(e))
try:
    print(deque([1]).insert(1))
except Exception as e:
    print('deque([1]).insert(1)', repr(e))
try:
    print(deque([1]).rotate('a'))
except Exception as e:
    print("deque([1]).rotate('a')", repr(e))
try:
    print(deque([1]).rotate(1, 2))
except Exception as e:
    print('deque([1]).rotate(1, 2)', repr(e))
try:
    print(deque([1], 1).insert(0, 5))
except Exception as e:
    print('deque([1], 1).insert(0, 5)', repr(e))
try:
    print(deque([1]).extend(3))
except Exception as e:
    print('deque([1]).extend(3)', repr(e))
try:
    print(deque([1]).foo)
except Exception as e:
    print('deque([1]).foo', repr(e))
try:
    e = deque([1])
    e[3] = 1
except Exception as e:
    print('e = deque([1]) ;; e[3] = 1', repr(e))
try:
    e = deque([1])
    del e[3]
except Exception as e:
    print('e = deque([1]) ;; del e[3]', repr(e))
try:
    e = deque([1])
    e['x'] = 1
except Exception as e:
    print("e = deque([1]) ;; e['x'] = 1", repr(e))
try:
    e = deque([1])
    print(e())
except Exception as e:
    print('e = deque([1]) ;; e()', repr(e))
queue = deque([1, 2, 3])
try:
    for item in queue:
        print(item)
        queue.append(item)
except RuntimeError as e:
    print(repr(e))
for item in queue:
    queue[0] = 9
print(queue)
while queue:
    print(queue.popleft(), end=" ")
print()
