from dataclasses import dataclass, field
class P:
  pass
@dataclass
class A(P):
  n: int
  total: "list[int]" = field(default_factory=list)
  @property
  def double(self): return self.n * 2
  @staticmethod
  def make(n): return A(n)
  @classmethod
  def zero(cls): return cls(0)
  def __len__(self): return self.n
  def __str__(self): return f"A#{self.n}"
  __hash_ = 3
a = A.make(4)
print(a, repr(a), a.double, A.zero(), len(a), bool(A(0)), [a], f"{a}", isinstance(a, P))
a.n, b = 7, 8
print(a.n, b, getattr(a, "n"), hasattr(a, "zzz"), hasattr(A, "total"), hasattr(a, "total"))
A(**{"n": 5}); print(A(*[1, [2]]))
