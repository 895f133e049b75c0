"""Runs threaded programs many times under CPython, each time with other switches of threads.

Reads a JSON array of sources from the file named first, the number of runs from the second argument, a seed from the
third. Prints a JSON array with the distinct endings of each program: [has_error, output].

Each program has a forked child of its own, which runs it again and again: a fork for every run costs more than the run.
Run i varies the switch interval, and every other run gives the processor away at random lines or instructions.
"""

import itertools
import json
import os
import random
import signal
import sys
import threading
import time
import warnings

SECONDS_A_PROGRAM = 100
INTERVALS = (1e-6, 1e-4, 5e-3, 1e-5)
PROGRAM = "program"


def giving_away(choose, by_instruction):
    """A trace function that now and then lets the other threads go first."""

    def trace(frame, event, _argument):
        if frame.f_code.co_filename != PROGRAM:
            return None
        frame.f_trace_opcodes = by_instruction
        if event in ("line", "opcode") and choose.random() < 0.1:
            time.sleep(choose.choice((0, 0, 0.00005)))
        return trace

    return trace


class Printed:
    """Standard output as a list of texts, each in one piece."""

    def __init__(self):
        self.texts = []

    def write(self, text):
        self.texts.append(text)
        return len(text)

    def flush(self):
        pass


def run(code, number, seed):
    """One run in this process: whether an exception left a thread, and what was printed."""
    printed, errors = Printed(), []
    sys.stdout = printed

    def whole_print(*values, sep=" ", end="\n", file=printed, flush=False):
        # CPython writes a text piece by piece, where the machine takes one step.
        file.write(sep.join(map(str, values)) + end)

    sys.setswitchinterval(INTERVALS[number % len(INTERVALS)])
    trace = giving_away(random.Random(f"{seed} {number}"), number % 4 == 3) if number % 2 else None
    threading.settrace(trace)
    threading.excepthook = lambda given: errors.append(given.exc_value)
    # What a new process would bring: threads numbered from 1, and no state of modules.
    threading._counter = itertools.count(1).__next__
    for name in ("cerrojo", "logging", "concurrent.futures", "concurrent.futures.thread"):
        sys.modules.pop(name, None)
    try:
        sys.settrace(trace)
        exec(code, {"__name__": "__main__", "print": whole_print})
    except BaseException as error:
        errors.append(error)
    finally:
        sys.settrace(None)
        threading.settrace(None)
    if "concurrent.futures.thread" in sys.modules:
        # The end of the program sends idle workers home.
        sys.modules["concurrent.futures.thread"]._python_exit()
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join()
    for name in os.listdir("."):
        os.remove(name)
    sys.stdout = sys.__stdout__
    return bool(errors), "".join(printed.texts)


def child(source, runs, seed):
    os.mkdir("work")
    os.chdir("work")
    warnings.simplefilter("ignore")
    signal.alarm(SECONDS_A_PROGRAM)
    code = compile(source, PROGRAM, "exec")
    endings = sorted({run(code, number, seed) for number in range(runs)})
    os.chdir("..")
    os.rmdir("work")
    with open("endings.json", "w", encoding="utf-8") as file:
        json.dump(endings, file)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        sources = json.load(file)
    all_endings = []
    for index, source in enumerate(sources):
        pid = os.fork()
        if pid == 0:
            child(source, int(sys.argv[2]), f"{sys.argv[3]} {index}")
            sys.stdout.flush()
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        if status != 0:
            raise RuntimeError(f"program {index} ended with status {status}:\n{source}")
        with open("endings.json", encoding="utf-8") as file:
            all_endings.append(json.load(file))
    print(json.dumps(all_endings))


main()
