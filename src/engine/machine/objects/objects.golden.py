"""Writes objects.golden.json: what CPython 3.11 answers for every case of objects.cases.txt and for random ones.

    python3 objects.golden.py            writes the golden file
    python3 objects.golden.py --answer   reads a JSON array of sources, writes the array of answers (and the version)
"""

import ast
import json
import random
import sys
import warnings
from pathlib import Path

FOLDER = Path(__file__).parent
SEED = 311


def answer(source):
    """repr of the last expression, or `Type: message` of what it raises."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(source).body
            names = {}
            last = body.pop() if isinstance(body[-1], ast.Expr) else None
            exec(compile(ast.Module(body, []), "case", "exec"), names)
            value = None if last is None else eval(compile(ast.Expression(last.value), "case", "eval"), names)
            return repr(value)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def written_cases():
    lines = (FOLDER / "objects.cases.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def integer(r):
    bits = r.choice([3, 8, 29, 30, 31, 32, 53, 61, 64, 100])
    return r.choice([-1, 1]) * r.getrandbits(bits)


def real(r):
    kind = r.randrange(4)
    if kind == 0:
        return round(r.uniform(-100, 100), r.randrange(4))
    if kind == 1:
        return r.uniform(-1, 1) * 10.0 ** r.randint(-20, 25)
    if kind == 2:
        return float(r.randint(-1000, 1000)) / 8
    return r.choice([0.0, -0.0, 0.5, 1.5, 2.5, 1e16, 1e-5, 123456.789])


def literal(value):
    return f"({value!r})" if isinstance(value, (int, float)) and str(value).startswith("-") else repr(value)


def arithmetic(r):
    operator = r.choice(["+", "-", "*", "/", "//", "%", "&", "|", "^", "==", "<", "<="])
    a = integer(r) if operator in "&|^" or r.random() < 0.6 else real(r)
    b = integer(r) if operator in "&|^" or r.random() < 0.6 else real(r)
    if operator in ("==", "<", "<=") and r.random() < 0.5:
        b = float(a) if isinstance(a, int) else a
    return f"{literal(a)} {operator} {literal(b)}"


def power(r):
    if r.random() < 0.5:
        return f"{literal(integer(r))} ** {r.randint(0, 6)}"
    return f"{literal(real(r))} ** {r.randint(-4, 6)}"


def shift(r):
    return f"{literal(integer(r))} {r.choice(['<<', '>>'])} {r.randint(0, 70)}"


def rounding(r):
    return f"round({literal(real(r))}, {r.randint(-3, 6)})"


def number_format(r):
    fill = r.choice(["", "", "0", "*<", ">", "^", "="])
    sign = r.choice(["", "", "+", " "])
    width = r.choice(["", "", "8", "12"])
    grouping = r.choice(["", "", ",", "_"])
    if r.random() < 0.5:
        return f"format({literal(integer(r))}, '{fill}{sign}{width}{grouping}{r.choice(['', 'd', 'x', 'b', 'e', '.3f'])}')"
    precision = r.choice(["", ".0", ".1", ".3", ".10"])
    return f"format({literal(real(r))}, '{fill}{sign}{width}{grouping}{precision}{r.choice(['', 'f', 'e', 'g', 'G', '%'])}')"


def percent_format(r):
    flags = "".join(r.sample("-+ #0", r.randrange(3)))
    width = r.choice(["", "6", "12"])
    precision = r.choice(["", ".0", ".2", ".5"])
    value = integer(r) if r.random() < 0.5 else real(r)
    conversion = r.choice("deEfgGsrixo" if isinstance(value, int) else "deEfgGsri")
    return f"'%{flags}{width}{precision}{conversion}' % {literal(value)}"


def text(r, alphabet="ab ,x"):
    return "".join(r.choice(alphabet) for _ in range(r.randrange(8)))


def string_method(r):
    own = repr(text(r))
    part = repr(text(r, "ab,")[:2])
    bounds = ", ".join(["", *(str(r.randint(-9, 9)) for _ in range(r.randrange(3)))])
    return r.choice(
        [
            f"{own}.find({part}{bounds})",
            f"{own}.rfind({part}{bounds})",
            f"{own}.count({part}{bounds})",
            f"{own}.startswith({part}{bounds})",
            f"{own}.endswith({part}{bounds})",
            f"{own}.split({part}, {r.randint(-1, 3)})",
            f"{own}.rsplit({part}, {r.randint(-1, 3)})",
            f"{own}.split(None, {r.randint(-1, 3)})",
            f"{own}.rsplit(None, {r.randint(-1, 3)})",
            f"{own}.replace({part}, {text(r)[:2]!r}, {r.randint(-1, 3)})",
            f"{own}.strip({part})",
            f"{own}.center({r.randint(0, 12)}, '.')",
            f"{own}.partition({part})",
            f"{own}[{r.randint(-9, 9)}:{r.randint(-9, 9)}:{r.choice([-3, -2, -1, 1, 2, 3])}]",
        ]
    )


def number_key(r):
    kind = r.randrange(6)
    if kind <= 2:
        return literal(r.randint(-10, 40))
    if kind == 3:
        return literal(r.randint(-20, 20) / 2)
    if kind == 4:
        return f"({r.randint(0, 3)}, {r.randint(-2, 2)})"
    return literal(r.choice([True, False, 2**61 - 1, 2**62, -(2**63), 10**25, 32, 64, 96, 128]))


def set_history(r):
    """Changes of a set; the order in which its members iterate is the answer."""
    steps = [f"x = set([{', '.join(number_key(r) for _ in range(r.randrange(12)))}])"]
    for _ in range(r.randint(1, 25)):
        other = "{" + ", ".join(number_key(r) for _ in range(r.randint(1, 9))) + "}"
        items = "[" + ", ".join(number_key(r) for _ in range(r.randrange(5))) + "]"
        steps.append(
            r.choice(
                [
                    *[f"x.add({number_key(r)})"] * 4,
                    *[f"x.discard({number_key(r)})"] * 2,
                    f"x |= {other}",
                    f"x -= {other}",
                    f"x ^= {other}",
                    f"x = x | {other}",
                    f"x = x & {other}" if r.random() < 0.3 else f"x = x - {other}",
                    f"x = {other} | x",
                    f"x = {other}",
                    f"x = x ^ {other}",
                    f"x.update({items})",
                    f"x.difference_update({items})",
                    f"x = x.union({items})",
                    f"x = x.symmetric_difference({items})",
                    "x = x.copy()",
                    "x.add(99); x.pop()",
                    f"x.update(range({r.randint(0, 30)}))",
                ]
            )
        )
    steps.append("list(x)")
    return "; ".join(steps)


def list_history(r):
    steps = [f"x = {[r.randint(0, 5) for _ in range(r.randrange(8))]}"]
    for _ in range(r.randint(1, 12)):
        index = r.randint(-6, 6)
        item = r.randint(0, 5)
        steps.append(
            r.choice(
                [
                    f"x.append({item})",
                    f"x.insert({index}, {item})",
                    f"x.extend([{item}, {item}])",
                    f"x += ({item},)",
                    "x *= 2" if r.random() < 0.2 else "x.reverse()",
                    f"x = x[{index}:{r.randint(-6, 6)}]" if r.random() < 0.3 else "x.sort()",
                    f"x[{index}] = {item}" if r.random() < 0.5 else f"x.append({item})",
                    f"del x[{index}]" if r.random() < 0.5 else f"x.append({item})",
                    f"x.pop({index})" if r.random() < 0.5 else f"x.append({item})",
                    f"x.remove({item})" if r.random() < 0.5 else f"x.append({item})",
                ]
            )
        )
    steps.append("x")
    return "; ".join(steps)


def dict_history(r):
    """Changes of a dict below a running iteration: what it yields or raises tells how entries are laid out."""
    keys = list(range(12))
    steps = ["x = {}", *(f"x[{r.choice(keys)}] = {i}" for i in range(r.randrange(10)))]
    steps.append(f"y = iter(x{r.choice(['', '.values()', '.items()'])})")
    for _ in range(r.randint(1, 15)):
        key = r.choice(keys)
        steps.append(
            r.choice(
                [
                    f"x[{key}] = {r.randint(0, 99)}",
                    f"x.pop({key}, None)",
                    f"x.setdefault({key}, 0)",
                    f"x.pop({key}, None); x[{key + 20}] = 1",
                    "next(y, None)" if r.random() < 0.3 else f"x[{key}] = 5",
                ]
            )
        )
    steps.append(r.choice(["x", "x", "list(y)", "list(reversed(x))", "x.items()"]))
    return "; ".join(steps)


def hashing(r):
    values = ", ".join(number_key(r) for _ in range(r.randrange(4)))
    return f"hash(({values},))" if values else f"hash({literal(r.choice([integer(r), real(r)]))})"


def comparing(r):
    def nested(depth):
        if depth == 0 or r.random() < 0.4:
            return r.choice(["0", "1", "1.0", "'a'", "None", "True"])
        items = ", ".join(nested(depth - 1) for _ in range(r.randrange(3)))
        return r.choice([f"[{items}]", f"({items},)" if items else "()"])

    return f"{nested(3)} {r.choice(['<', '<=', '>', '>=', '==', '!=', 'in'])} {nested(3)}"


def ordering(r):
    items = [r.choice([r.randint(0, 9), r.randint(0, 9), r.randint(0, 9), 1.5]) for _ in range(r.randrange(90))]
    if items and r.random() < 0.4:
        items[r.randrange(len(items))] = "a"
        items = items[:40]
    return f"sorted({items}, reverse={r.random() < 0.3})"


RANDOM = [
    (arithmetic, 300),
    (power, 100),
    (shift, 60),
    (rounding, 150),
    (number_format, 300),
    (percent_format, 200),
    (string_method, 400),
    (set_history, 300),
    (list_history, 150),
    (dict_history, 200),
    (hashing, 100),
    (comparing, 200),
    (ordering, 60),
]


def random_cases():
    r = random.Random(SEED)
    return [make(r) for make, count in RANDOM for _ in range(count)]


def main():
    if "--answer" in sys.argv:
        sources = json.load(sys.stdin)
        json.dump({"version": list(sys.version_info[:2]), "answers": [answer(s) for s in sources]}, sys.stdout)
        return
    cases = [[source, answer(source)] for source in [*written_cases(), *random_cases()]]
    lines = ",\n".join(json.dumps(case) for case in cases)
    (FOLDER / "objects.golden.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
