/*
 * Peer of bench/programs/explore/philosophers.py: N philosophers, ROUNDS meals each, 0: for ever.
 * Arrival order, or -DORDERED: the lower fork first.
 */
#ifndef N
#define N 5
#endif
#ifndef ROUNDS
#define ROUNDS 1
#endif

byte fork[N];

#define TAKE(x) atomic { fork[x] == 0 -> fork[x] = 1 }

proctype Philosopher(byte first; byte second) {
#if ROUNDS
  byte round = 0;
  do
  :: round < ROUNDS ->
#else
  do
  ::
#endif
     TAKE(first);
     TAKE(second);
     fork[second] = 0;
     fork[first] = 0;
#if ROUNDS
     round++
  :: else -> break
#endif
  od
}

init {
  byte i = 0;
  atomic {
    do
    :: i < N ->
#ifdef ORDERED
       if
       :: i == N - 1 -> run Philosopher(0, i)
       :: else -> run Philosopher(i, i + 1)
       fi;
#else
       run Philosopher(i, (i + 1) % N);
#endif
       i++
    :: else -> break
    od
  }
}
