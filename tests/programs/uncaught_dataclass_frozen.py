from dataclasses import dataclass, field
@dataclass(frozen=True)
class A:
  x: int = 0
  def __eq__(self, o): return False
print({A(): 1}, A() == A())
@dataclass
class B:
  x: int = 0
  def __hash__(self): return 5
print(hash(B()), B() == B())
@dataclass(eq=False, frozen=True)
class C:
  x: int = 0
print(len({C(), C()}))
@dataclass
class D(B):
  z: int = 1
try: hash(D())
except TypeError as e: print(e)
class E(B):
  pass
print(hash(E()), E(3), E(3) == E(3), E(3) == B(3))
setattr(B(), "x", 3)
try: setattr(C(), "x", 3)
except AttributeError as e: print(e)
try: delattr(C(), "x")
except AttributeError as e: print(e)
A().x += 1
