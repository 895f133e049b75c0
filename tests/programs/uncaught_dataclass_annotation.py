from dataclasses import dataclass, field
@dataclass
class A:
  x = field(default=1)
  y: int = 2
