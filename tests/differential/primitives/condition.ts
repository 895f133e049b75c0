import { twoThreads, type ThreadedProgram } from '../threadedProgram'

export const CONDITION_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'a notification that comes before the wait is lost',
    source: twoThreads(`c = threading.Condition()
def a():
    with c:
        c.wait()
        print("woken")
def b():
    with c:
        c.notify()`),
    endings: ['finished: woken', 'stuck:'],
  },
  {
    title: 'waiting while the predicate does not hold loses nothing',
    source: twoThreads(`c = threading.Condition()
ready = False
def a():
    with c:
        while not ready:
            c.wait()
        print("woken")
def b():
    global ready
    with c:
        ready = True
        c.notify()`),
    endings: ['finished: woken'],
  },
  {
    title: 'so does wait_for, which calls the predicate',
    source: twoThreads(`c = threading.Condition()
box = []
def a():
    with c:
        print(c.wait_for(full))
def full():
    return len(box) == 2 and "both"
def b():
    with c:
        box.append(1)
        c.notify()
    with c:
        box.append(2)
        c.notify()`),
    endings: ['finished: both'],
  },
  {
    title: 'notify wakes the longest waiting',
    source: `import threading
c = threading.Condition()
order = []
def work(i):
    with c:
        order.append(i)
        c.wait()
        print(i)
t1 = threading.Thread(target=work, args=(1,), daemon=True)
t2 = threading.Thread(target=work, args=(2,), daemon=True)
t1.start()
t2.start()
with c:
    if len(order) == 2:
        c.notify()
        t = (t1, t2)[order[0] - 1]
    else:
        t = None
if t is not None:
    t.join()
    print("then")
    with c:
        c.notify(5)
    t1.join()
    t2.join()
`,
    endings: ['finished:', 'finished: 1/then/2', 'finished: 2/then/1'],
  },
  {
    title: 'notify_all wakes everybody, one after another',
    source: twoThreads(
      `c = threading.Condition(threading.Lock())
waiting = 0
ready = threading.Semaphore(0)
def a():
    global waiting
    with c:
        waiting += 1
        ready.release()
        c.wait()
        waiting -= 1
b = a`,
      'print(waiting)',
    ).replace(
      't1.join()',
      `ready.acquire()
ready.acquire()
with c:
    c.notify_all()
t1.join()`,
    ),
    endings: ['finished: 0'],
  },
  {
    title: 'wait gives a re-entrant lock up wholly and takes it as often again',
    source: twoThreads(`c = threading.Condition()
gone = False
def a():
    with c:
        with c:
            while not gone:
                c.wait()
            print("a")
        try:
            c.release()
            print("held twice")
            c.acquire()
        finally:
            pass
    try:
        c.release()
    except RuntimeError as error:
        print(error)
def b():
    global gone
    with c:
        gone = True
        c.notify_all()`),
    endings: ['finished: a/held twice/cannot release un-acquired lock'],
  },
  {
    title: 'a wait that times out has the lock again and answers False',
    source: `import threading
c = threading.Condition()
def seven():
    return 7
def never():
    return 0
with c:
    print(c.wait(0.001), c.wait(0), c.wait(timeout=-1), c.wait_for(never, 0.001))
    print(c.wait_for(seven), c.wait_for(never, timeout=0))
    print(c.acquire(False))
    c.release()
`,
    endings: ['finished: False False False 0/7 0/True'],
  },
  {
    title: 'a timed wait is woken or gives up',
    source: `import threading
c = threading.Condition()
def work():
    with c:
        c.notify()
t = threading.Thread(target=work)
with c:
    t.start()
    print(c.wait(0.001))
t.join()
`,
    endings: ['finished: False', 'finished: True'],
  },
  {
    title: 'a notification may go to a wait whose time was over already',
    source: `import threading
c = threading.Condition()
entered = []
woken = []
def hasty():
    with c:
        entered.append("hasty")
        woken.append(c.wait(0.001))
def patient():
    with c:
        entered.append("patient")
        c.wait()
        woken.append("patient")
t1 = threading.Thread(target=hasty)
t2 = threading.Thread(target=patient, daemon=True)
t1.start()
t2.start()
with c:
    if entered == ["hasty", "patient"] and woken == []:
        c.notify()
        t = 1
    else:
        t = 0
t1.join()
if t == 1:
    with c:
        print(woken)
else:
    print("other order")
`,
    endings: ['finished: [False]', 'finished: [True]', 'finished: other order'],
  },
  {
    title: 'a plain lock has no owner: somebody else can wait on it',
    source: `import threading
lock = threading.Lock()
c = threading.Condition(lock)
lock.acquire()
def work():
    c.notify()
    print("notified")
t = threading.Thread(target=work)
t.start()
t.join()
c.release()
print(lock.locked())
`,
    endings: ['finished: notified/False'],
  },
  {
    title: 'what a condition refuses',
    source: `import threading
c = threading.Condition()
def no():
    return False
def yes():
    return True
def fail():
    return 1 // 0
try:
    c.wait()
except RuntimeError as error:
    print(error)
try:
    c.notify()
except RuntimeError as error:
    print(error)
try:
    c.notify_all()
except RuntimeError as error:
    print(error)
try:
    c.wait_for(no)
except RuntimeError as error:
    print(error)
print(c.wait_for(yes))
try:
    threading.Condition(5)
except AttributeError as error:
    print(error)
with c:
    c.notify(3)
    c.notify_all()
    try:
        c.wait_for(fail)
    except ZeroDivisionError:
        print(c.acquire(False))
        c.release()
with c as entered:
    print(entered)
`,
    endings: [
      "finished: cannot wait on un-acquired lock/cannot notify on un-acquired lock/cannot notify on un-acquired lock/cannot wait on un-acquired lock/True/'int' object has no attribute 'acquire'/True/True",
    ],
  },
]
