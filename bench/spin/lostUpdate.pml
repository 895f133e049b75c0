/*
 * Peer of bench/programs/explore/lostUpdate.py: T threads, R unlocked increments each. -DCHECK asserts that none is lost.
 */
#ifndef T
#define T 3
#endif
#ifndef R
#define R 2
#endif

byte count;
byte ended;

proctype Worker() {
  byte round = 0;
  byte seen;
  do
  :: round < R ->
     seen = count;
     count = seen + 1;
     seen = 0;
     round++
  :: else -> break
  od;
  ended++
}

init {
  byte i = 0;
  atomic {
    do
    :: i < T -> run Worker(); i++
    :: else -> break
    od
  }
  (ended == T);
#ifdef CHECK
  assert(count == T * R)
#endif
}
