# Attributes deleted and stored: of classes, instances and exceptions; those of built-in values are fixed
class A:
    x = 1
    y = 2
    def f(self): return 5
class B(A): pass
b = B()
del A.x
try: print(A.x)
except AttributeError as e: print(e)
try: print(b.x)
except AttributeError as e: print(e)
try: del A.x
except AttributeError as e: print(e)
try: del B.y
except AttributeError as e: print(e)
del A.f
try: b.f()
except AttributeError as e: print(e)
A.x = 7
print(b.x, B.x)
b.x = 1
del b.x
print(b.x)
try: del b.x
except AttributeError as e: print(e)
try: del b.zzz
except AttributeError as e: print(e)
try: del b.f
except AttributeError as e: print(e)
class E(Exception): pass
e = E('a'); e.code = 5; del e.code
try: e.code
except AttributeError as x: print(x)

import threading
t = threading.Lock()
try: t.result = 0
except AttributeError as e: print('AE', e)
try: t.acquire = 0
except AttributeError as e: print('AE', e)
try: [].append = 0
except AttributeError as e: print('AE', e)
try: del [].append
except AttributeError as e: print('AE', e)
try: (5).x = 0
except AttributeError as e: print('AE', e)
try: (5).real = 0
except AttributeError as e: print('AE', e)
try: len.x = 0
except AttributeError as e: print('AE', e)
try: int.x = 0
except TypeError as e: print('AE', e)
try: range(3).stop = 0
except AttributeError as e: print('AE', e)
try: None.x = 1
except AttributeError as e: print('AE', e)
