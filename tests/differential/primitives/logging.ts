import { twoThreads, type ThreadedProgram } from '../threadedProgram'

export const LOGGING_PROGRAMS: readonly ThreadedProgram[] = [
  {
    title: 'records of two threads come whole and in any order',
    source: twoThreads(`import logging
import sys
logging.basicConfig(level=logging.INFO, format="%(threadName)s %(message)s", stream=sys.stdout)
log = logging.getLogger("work")
def a():
    log.debug("never")
    log.info("done with %d", 1)
b = a`),
    endings: ['finished: A done with 1/B done with 1', 'finished: B done with 1/A done with 1'],
  },
  {
    title: 'a level that another thread changes lets a record through or not',
    source: twoThreads(`import logging
import sys
logging.basicConfig(format="%(levelname)s:%(message)s", stream=sys.stdout)
log = logging.getLogger()
def a():
    log.setLevel("INFO")
def b():
    log.info("seen")`),
    endings: ['finished:', 'finished: INFO:seen'],
  },
]
