from dataclasses import dataclass, field
@dataclass
class A:
  x: int
@dataclass(frozen=True)
class B(A):
  y: int
