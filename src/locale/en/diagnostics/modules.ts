/** Modules and members that are not available, each with what to write instead. */
export const modules = {
  moduleOfFiles: {
    message: '“{module}” works with files and the system, which programs in Cerrojo do not reach.',
    advice:
      'Keep data in lists and dictionaries; for a store that several threads share there is cerrojo.ChargingDatabase.',
  },
  moduleOfProcesses: {
    message: '“{module}” starts other processes; Cerrojo shows the threads of one.',
    advice:
      'Write it with threads: threading.Thread for Process, queue.Queue for Queue and Pipe, ThreadPoolExecutor for Pool.',
  },
  moduleOfCoroutines: {
    message: '“{module}” switches between coroutines; Cerrojo shows threads.',
    advice:
      'Make each coroutine a function that a threading.Thread runs; await becomes an ordinary call, asyncio.sleep becomes time.sleep.',
  },
  moduleOfNetwork: {
    message: '“{module}” needs a network, and programs in Cerrojo have none.',
    advice: 'Let both ends be threads that talk through cerrojo.Channel or queue.Queue.',
  },
  moduleOfDates: {
    message: '“{module}” is about dates, which a run that can be repeated does not have.',
    advice: 'Measure time with time.monotonic() and subtract; write a date as text.',
  },
  moduleCopy: {
    message: 'The module “copy” is not available in Cerrojo.',
    advice:
      'Copy a list with items[:], a dictionary with dict(d), a set with set(s); give a class a method that makes the copy.',
  },
  moduleOfText: {
    message: 'The module “{module}” is not available in Cerrojo.',
    advice: 'Use the methods of strings: split, strip, replace, startswith, isdigit, join, format.',
  },
  moduleOfFormats: {
    message: '“{module}” writes data for other programs, which Cerrojo does not do.',
    advice:
      'Keep the values in lists and dictionaries and print them; for transactions there is cerrojo.ChargingDatabase.',
  },
  moduleOfHeaps: {
    message: 'The module “{module}” is not available in Cerrojo.',
    advice: 'Use queue.PriorityQueue, which threads can share, or sorted() and list.insert.',
  },
  moduleOfNumbers: {
    message: 'The module “{module}” is not available in Cerrojo.',
    advice:
      'Count in whole units (cents, not euros) with int, or use float, math and sum(values) / len(values).',
  },
  moduleEnum: {
    message: 'The module “enum” is not available in Cerrojo.',
    advice: 'Write the values as attributes of a class: class State: FREE = "free"; BUSY = "busy".',
  },
  moduleOfClasses: {
    message: '“{module}” looks into classes, which Cerrojo does not offer.',
    advice: 'Leave it out: a method that subclasses must write can raise NotImplementedError.',
  },
  moduleContextlib: {
    message: 'The module “contextlib” is not available in Cerrojo.',
    advice: 'Write a class with __enter__ and __exit__, or try and finally.',
  },
  moduleThread: {
    message: '“_thread” is the inside of “threading”.',
    advice: 'Use threading.Thread(target=…).start(), threading.Lock() and threading.get_ident().',
  },
  moduleOperator: {
    message: 'The module “operator” is not available in Cerrojo.',
    advice: 'Write a lambda: lambda pair: pair[1] for itemgetter(1), lambda a, b: a + b for add.',
  },
  moduleOfEndings: {
    message: '“{module}” reaches into the interpreter, which Cerrojo does not offer.',
    advice:
      'Let a threading.Event tell the threads to end, clean up in finally, and print the exception that except … as error gives.',
  },
  memberOrderedDict: {
    message: '“OrderedDict” is not available in Cerrojo.',
    advice:
      'Use dict, which keeps the order of insertion; to move a key to the end, pop it and store it again.',
  },
  memberCache: {
    message: '“{name}” hides a dictionary that all threads share.',
    advice:
      'Keep results in a dictionary of your own and guard it with a lock, so that who shares it can be seen.',
  },
  memberHook: {
    message:
      '“{module}.{name}” changes how Python itself runs threads, which Cerrojo does not offer.',
    advice:
      'Put try and except into the function that the thread runs, and keep what it caught in a list.',
  },
  memberProcessPool: {
    message: '“ProcessPoolExecutor” starts other processes; Cerrojo shows the threads of one.',
    advice: 'Use ThreadPoolExecutor, which is called in the same way.',
  },
  memberDate: {
    message: '“{module}.{name}” is about dates, which a run that can be repeated does not have.',
    advice: 'Measure time with time.monotonic() and subtract; format seconds with an f-string.',
  },
  memberProcessTime: {
    message: '“{module}.{name}” is not available in Cerrojo.',
    advice: 'Use time.time(), time.monotonic() or time.perf_counter(), which count in seconds.',
  },
  memberStream: {
    message: '“{module}.{name}” tells about the computer, which programs in Cerrojo do not reach.',
    advice:
      'Write with print or sys.stdout.write; put values into variables at the top of the program.',
  },
  memberRecursion: {
    message:
      '“sys.setrecursionlimit” is not available: the limit in Cerrojo is 1000 calls, as it is in Python at first.',
    advice: 'Write deep recursion as a loop with a list of what is still to be done.',
  },
  memberTraceback: {
    message: '“{module}.{name}” is about tracebacks, which programs in Cerrojo do not have.',
    advice: 'Write except … as error and tell what you need: logging.error("failed: %s", error).',
  },
  memberHandler: {
    message: '“{module}.{name}” is not available in Cerrojo.',
    advice:
      'Set level, format and stream with logging.basicConfig(level=…, format=…, stream=sys.stdout).',
  },
  memberNamedTuple: {
    message: '“{module}.{name}” is not available in Cerrojo.',
    advice: 'Use collections.namedtuple("Point", "x y"), a dataclass, or a dictionary.',
  },
  typeOutsideAnnotation: {
    message: '“{name}” comes from typing, and such names stand in type hints only.',
    advice:
      'Write the type where it is used, as in def f(values: List[int]), and import typing at the top of the program.',
  },
} as const
