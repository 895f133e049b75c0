import logging
import sys
import threading
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
logging.basicConfig(level=logging.INFO, format="%(levelname)-8s %(name)s %(threadName)s: %(message)s", stream=sys.stdout)
log = logging.getLogger("a.b")
print(log.level, log.getEffectiveLevel(), log.isEnabledFor(10), log.name, logging.getLogger("a.b") is log, logging.getLogger().name)
log.info("x %s %d", "y", 3)
log.debug("no")
logging.warning("w")
log.log(logging.ERROR, "e %(k)s", {"k": 1})
log.setLevel("DEBUG")
log.debug(5)
logging.getLogger("a").setLevel(logging.ERROR)
logging.getLogger("a.c").warning("hidden")
logging.getLogger("a.b.c").debug("shown")
log.critical("%d%%", 50)
t(lambda: log.setLevel("X"))
t(lambda: log.setLevel(1.5))
t(lambda: log.info())
t(lambda: log.log(10))
t(lambda: logging.basicConfig(format="abc", force=True, stream=sys.stdout))
logging.basicConfig(level=10, format="%(levelname)s %(message)s", stream=sys.stdout, force=True)
print(log, logging.getLogger(), logging.getLogger("z.y"))
class Thing:
    def __str__(self):
        return "a thing"
log.error(Thing())
log.error("%s and %r", Thing(), "q")
logging.basicConfig(level=logging.DEBUG, format="again %(message)s", stream=sys.stdout, force=True)
def work(n):
    logging.getLogger("worker").info("task %d in %s", n, threading.current_thread().name)
for n in range(2):
    thread = threading.Thread(target=work, args=(n,), name=f"W{n}")
    thread.start()
    thread.join()
print(logging.INFO, logging.WARN)
log.error("no traceback", exc_info=False, stack_info=None, stacklevel=2, extra={"user": "ana"})
log.error(msg="by name")
log.log(msg="both", level=logging.ERROR)
log.log(logging.ERROR, msg="one")
t(lambda: log.error("x", wrong=1))
t(lambda: logging.error("x", wrong=1))
t(lambda: log.debug("too low: not looked at", wrong=1))
t(lambda: log.error("x", msg="y"))
t(lambda: log.log(logging.ERROR, "x", level=1))
t(lambda: logging.info())
