/*
 * Peer of bench/programs/explore/bank.py: K threads over M accounts, thread i moves 1 from i % M to (i + 1) % M, once.
 * Phase 1 locks source, then target; -DPHASE2 the lower number first. The total is checked at the end.
 */
#ifndef K
#define K 3
#endif
#ifndef M
#define M 3
#endif

byte lock[M];
byte balance[M];
byte ended;

#define TAKE(x) atomic { lock[x] == 0 -> lock[x] = 1 }

proctype Transfer(byte source; byte target; byte first; byte second) {
  byte seen;
  TAKE(first);
  TAKE(second);
  seen = balance[source];
  balance[source] = seen - 1;
  seen = balance[target];
  balance[target] = seen + 1;
  seen = 0;
  lock[second] = 0;
  lock[first] = 0;
  ended++
}

init {
  byte i = 0;
  byte source;
  byte target;
  atomic {
    do
    :: i < M -> balance[i] = 10; i++
    :: else -> break
    od;
    i = 0;
    do
    :: i < K ->
       source = i % M;
       target = (i + 1) % M;
#ifdef PHASE2
       if
       :: source < target -> run Transfer(source, target, source, target)
       :: else -> run Transfer(source, target, target, source)
       fi;
#else
       run Transfer(source, target, source, target);
#endif
       i++
    :: else -> break
    od;
    i = 0; source = 0; target = 0
  }
  (ended == K);
  d_step {
    do
    :: i < M -> source = source + balance[i]; i++
    :: else -> break
    od
  }
  assert(source == 10 * M)
}
