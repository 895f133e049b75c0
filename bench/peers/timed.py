"""Runs a program given on standard input, compiled beforehand; prints the seconds it took."""

import sys
import time

code = compile(sys.stdin.read(), "<program>", "exec")
start = time.perf_counter()
exec(code, {"__name__": "__main__"})
print(time.perf_counter() - start)
