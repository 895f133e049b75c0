import type { ThreadedProgram } from '../threadedProgram'

export const TIMER_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'a timer calls its function once, in a thread of its own',
    source: `import threading
def greet(*names, mark):
    print(*names, mark, threading.current_thread() is timer)
timer = threading.Timer(0.001, greet, ["Ana", "Luis"], {"mark": "!"})
print(timer.interval, timer.args, timer.kwargs, timer.function is greet, timer.finished.is_set())
timer.start()
timer.join()
print(timer.finished.is_set(), timer.is_alive())
`,
    endings: [
      "finished: 0.001 ['Ana', 'Luis'] {'mark': '!'} True False/Ana Luis ! True/True False",
    ],
  },
  {
    title: 'a timer may run out before it is cancelled',
    source: `import threading
timer = threading.Timer(0.001, print, ("late",))
timer.start()
timer.cancel()
timer.join()
print(timer.finished.is_set())
`,
    endings: ['finished: True', 'finished: late/True'],
  },
  {
    title: 'a timer that is cancelled before it starts calls nothing',
    source: `import threading
timer = threading.Timer(0.001, print, ("late",))
timer.cancel()
timer.start()
timer.join()
print("end")
`,
    endings: ['finished: end'],
  },
  {
    title: 'a watchdog gives up a wait for work that is not done in time',
    source: `import threading
done = threading.Event()
state = {"late": False}
def give_up():
    state["late"] = True
    done.set()
def work():
    done.set()
watchdog = threading.Timer(0.002, give_up)
worker = threading.Thread(target=work)
watchdog.start()
worker.start()
done.wait()
watchdog.cancel()
worker.join()
watchdog.join()
print("late" if state["late"] else "in time")
`,
    endings: ['finished: in time', 'finished: late'],
  },
  {
    title: 'timers that start each other count without losing one',
    source: `import threading
lock = threading.Lock()
count = 0
finished = threading.Event()
def tick():
    global count
    with lock:
        count += 1
        left = 3 - count
    if left > 0:
        threading.Timer(0.001, tick).start()
    else:
        finished.set()
threading.Timer(0.001, tick).start()
finished.wait()
with lock:
    print(count)
`,
    endings: ['finished: 3'],
  },
  {
    title: 'a deadlock with the thread of a timer',
    source: `import threading
lock = threading.Lock()
lock.acquire()
timer = threading.Timer(0.001, lock.acquire)
timer.start()
timer.join()
`,
    endings: ['deadlock:'],
  },
  {
    title: 'what a timer refuses, and what it is',
    source: `import threading
timer = threading.Timer(interval=1, function=print)
print(timer.name, timer.daemon, timer.args, timer.kwargs, timer)
print(type(timer).__name__, isinstance(timer, threading.Thread), isinstance(timer, threading.Timer))
print(isinstance(threading.main_thread(), threading.Timer), threading.Timer)
for call in (
    lambda: threading.Timer(1),
    lambda: threading.Timer(1, print, None, None, 5),
    lambda: threading.Timer(1, print, wait=3),
    lambda: timer.cancel(1),
    lambda: timer.join(),
    lambda: threading.Thread().cancel(),
):
    try:
        call()
    except (TypeError, RuntimeError, AttributeError) as error:
        print(error)
timer.cancel()
timer.start()
try:
    timer.start()
except RuntimeError as error:
    print(error)
timer.name = "watch"
timer.join()
print(timer.name, threading.active_count())
`,
    endings: [
      "finished: Thread-1 False [] {} <Timer(Thread-1, initial)>/Timer True True/False <class 'threading.Timer'>/Timer.__init__() missing 1 required positional argument: 'function'/Timer.__init__() takes from 3 to 5 positional arguments but 6 were given/Timer.__init__() got an unexpected keyword argument 'wait'/Timer.cancel() takes 1 positional argument but 2 were given/cannot join thread before it is started/'Thread' object has no attribute 'cancel'/threads can only be started once/watch 1",
    ],
  },
]
