from __future__ import annotations, division

import typing
from typing import Any, Callable, Dict, List, Optional, Tuple, Union
from typing import Sequence as Seq

Number = int
total: Optional[int] = None
table: Dict[str, List[int]] = {"a": [1, 2]}
pair: Tuple[int, ...] = (1, 2, 3)


def apply(function: Callable[[int], int], values: Seq[int]) -> List[int]:
    results: typing.List[int] = []
    for value in values:
        results.append(function(value))
    return results


def find(names: List[str], wanted: str) -> Union[int, None]:
    return names.index(wanted) if wanted in names else None


def later(value: Unknown) -> Later:
    return value


class Later:
    pass


class Box:
    label: typing.ClassVar[str] = "box"
    content: Any

    def __init__(self, content: Any, size: "Number" = 1) -> None:
        self.content: Optional[Any] = content
        self.size = size

    def map(self, function: Callable[..., Any]) -> Box:
        return Box(function(self.content), self.size)


print(apply(lambda n: n * n, pair), find(["x", "y"], "y"), find([], "z"))
print(later(4))
print(Box(3).map(str).content, Box.label, Box(1).size, table["a"], total)
