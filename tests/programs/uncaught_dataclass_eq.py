from dataclasses import dataclass, field
@dataclass(order=True, eq=False)
class A:
  x: int
