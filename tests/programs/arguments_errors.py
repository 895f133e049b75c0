def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def f(a, b=2, *c, d, e=5, **k): return (a,b,c,d,e,k)
def g(a, /, b, *, c): return (a,b,c)
def h(a, b): return (a,b)
def v(*a): return a
def n(): pass
def p(a, /): pass
def q(a, b, /, c=1): pass
t(lambda: f(1, d=4)); t(lambda: f()); t(lambda: f(1)); t(lambda: f(1,2,3,4,d=1,z=3)); t(lambda: f(1, a=2, d=3))
t(lambda: g(1,2,3)); t(lambda: g(1,2)); t(lambda: g(a=1,b=2,c=3)); t(lambda: g(1,2,c=3,d=4)); t(lambda: g(1,2,3,c=4)); t(lambda: g())
t(lambda: h(*[1,2])); t(lambda: h(*[1], **{'b':2})); t(lambda: h(*5)); t(lambda: h(**5)); t(lambda: h(**{1:2})); t(lambda: h(1, **{'a':2}))
t(lambda: h(**{'a':1}, **{'a':2})); t(lambda: h(a=1, **{'a':2})); t(lambda: h(**{'a':1}, a=2)); t(lambda: h(*[1,2,3])); t(lambda: h(*"ab")); t(lambda: v(*[1],2,*(3,4)))
t(lambda: print(*5)); t(lambda: [].append(*5)); t(lambda: len(*[[1,2]])); t(lambda: print(*[1,2],**{'sep':'-'})); t(lambda: print(**{'sep':'-'},**{'sep':'-'})); t(lambda: v(*None))
t(lambda: n(1)); t(lambda: n(1, x=2)); t(lambda: p(a=1)); t(lambda: q(a=1,b=2)); t(lambda: q(1,b=2)); t(lambda: p()); t(lambda: q())
t(lambda: f(1,2,c=3,d=4))
def one(a, b=1): pass
t(lambda: one(1,2,3)); t(lambda: one(1,2,3,4))
def kw1(a, *, b): pass
def kw3(a, *, b, c, d=1): pass
t(lambda: kw1(1,2)); t(lambda: kw1(1,2,b=3)); t(lambda: kw1(1,2,3,b=3)); t(lambda: kw3(1)); t(lambda: kw3(1,2,b=1,c=2)); t(lambda: kw3(1,2,b=1,d=2,c=1))
class C:
    def m(self, *a, **k): return (a, k)
    def w(self): pass
t(lambda: [*5]); t(lambda: (*5,)); t(lambda: {*5}); t(lambda: {**5}); t(lambda: {**[1]}); t(lambda: [*[1], *'ab', *{2}]); t(lambda: {**{'a':1}, 'b':2, **{'a': 3}}); t(lambda:{*[[1]]})
def u(*, a): pass
t(lambda: u(1)); t(lambda: u()); t(lambda: u(1, a=2)); t(lambda: kw3(b=1,c=2))
