/*
 * Peer of bench/programs/explore/charging.py: C chargers lock central, then engine, then database; billing takes database, then engine,
 * and the monitor engine, then central, against the order. -DORDERED: all take them as central < engine < database.
 */
#ifndef C
#define C 3
#endif
#ifndef R
#define R 1
#endif

byte central;
byte engine;
byte database;
byte kwh;
byte rows;
byte sessions;

#define TAKE(x) atomic { x == 0 -> x = 1 }

proctype Charger() {
  byte round = 0;
  byte seen;
  do
  :: round < R ->
     TAKE(central);
     seen = sessions; sessions = seen + 1; seen = 0;
     TAKE(engine);
     central = 0;
     seen = kwh; kwh = seen + 1; seen = 0;
     TAKE(database);
     seen = rows; rows = seen + 1; seen = 0;
     database = 0;
     engine = 0;
     round++
  :: else -> break
  od
}

proctype Billing() {
  byte round = 0;
  byte seen;
  do
  :: round < R ->
#ifdef ORDERED
     TAKE(engine); TAKE(database);
#else
     TAKE(database); TAKE(engine);
#endif
     seen = rows; rows = seen + 1; seen = kwh; seen = 0;
#ifdef ORDERED
     database = 0; engine = 0;
#else
     engine = 0; database = 0;
#endif
     round++
  :: else -> break
  od
}

proctype Monitor() {
  byte round = 0;
  byte seen;
  do
  :: round < R ->
#ifdef ORDERED
     TAKE(central); TAKE(engine);
#else
     TAKE(engine); TAKE(central);
#endif
     seen = kwh; seen = sessions; seen = 0;
#ifdef ORDERED
     engine = 0; central = 0;
#else
     central = 0; engine = 0;
#endif
     round++
  :: else -> break
  od
}

init {
  byte i = 0;
  atomic {
    do
    :: i < C -> run Charger(); i++
    :: else -> break
    od;
    run Billing();
    run Monitor()
  }
}
