/*
 * Peer of bench/programs/explore/readersWriters.py: RD readers, WR writers, L visits each. The first reader takes the room and the
 * last gives it back, which need not be the same: a lock without owner.
 */
#ifndef RD
#define RD 3
#endif
#ifndef WR
#define WR 2
#endif
#ifndef L
#define L 1
#endif

byte mutex;
byte room;
byte readers;
byte inside;
byte value;

#define TAKE(x) atomic { x == 0 -> x = 1 }

proctype Reader() {
  byte visit = 0;
  byte seen;
  do
  :: visit < L ->
     TAKE(mutex);
     seen = readers;
     readers = seen + 1;
     seen = readers;
     if
     :: seen == 1 -> TAKE(room)
     :: else
     fi;
     mutex = 0;
     seen = value;
     seen = inside;
     assert(seen == 0);
     TAKE(mutex);
     seen = readers;
     readers = seen - 1;
     seen = readers;
     if
     :: seen == 0 -> room = 0
     :: else
     fi;
     seen = 0;
     mutex = 0;
     visit++
  :: else -> break
  od
}

proctype Writer() {
  byte visit = 0;
  byte seen;
  do
  :: visit < L ->
     TAKE(room);
     inside = 1;
     seen = value;
     value = seen + 1;
     seen = 0;
     inside = 0;
     room = 0;
     visit++
  :: else -> break
  od
}

init {
  byte i = 0;
  atomic {
    do
    :: i < RD -> run Reader(); i++
    :: else -> break
    od;
    i = 0;
    do
    :: i < WR -> run Writer(); i++
    :: else -> break
    od
  }
}
