"""The module that programs written for Cerrojo import, for running them under plain CPython (3.11 or later).

Put this file beside the program, or on PYTHONPATH. Inside Cerrojo the same names are part of the machine; here they
stand on the standard library's sqlite3. Whatever a program sees is the same: results, order of rows, exceptions.
"""

import atexit
import linecache
import os
import sqlite3
import sys
import threading
import traceback

__all__ = [
    "AtomicInt",
    "Channel",
    "ChargingDatabase",
    "DatabaseLocked",
    "ReadWriteLock",
    "Topic",
    "invariant",
    "progress",
]

_SCHEMA = (
    "DROP TABLE IF EXISTS charging_points",
    "CREATE TABLE charging_points (id INTEGER PRIMARY KEY, status TEXT, driver_id TEXT, kwh REAL)",
    "INSERT INTO charging_points VALUES (1, 'AVAILABLE', NULL, 0.0), (2, 'AVAILABLE', NULL, 0.0),"
    " (3, 'AVAILABLE', NULL, 0.0), (4, 'AVAILABLE', NULL, 0.0)",
)

# Setting up may meet a file that another process is just closing; that wait is not the program's busy timeout.
_SETUP_SECONDS = 5

# One open connection per path, kept until the process ends: SQLite clears the write-ahead log when the last connection
# closes, and a thread that opens the file at that moment would find it locked although nobody writes.
_kept_open = {}
_kept_open_lock = threading.Lock()


class DatabaseLocked(Exception):
    """Another connection is writing, and it did not finish within the busy timeout."""


class ChargingDatabase:
    """The table charging_points of one SQLite file.

    Every call is one transaction on a connection of the calling thread. Instances with the same path are one
    database; the first instance of a path in a process makes the table anew, with charging points 1 to 4.
    """

    def __init__(self, path="ev_charging.db", busy_timeout=0):
        self._path = path
        self._busy_timeout = busy_timeout
        self._of_thread = threading.local()
        with _kept_open_lock:
            if path not in _kept_open:
                _kept_open[path] = _open_new(path)

    def update_cp_status(self, cp_id, status):
        """Sets the status. Raises KeyError for an unknown id, DatabaseLocked when the file stays locked."""
        self._write("UPDATE charging_points SET status = ? WHERE id = ?", status, cp_id)

    def add_kwh(self, cp_id, kwh):
        """Adds to the energy delivered, inside the database: one transaction reads and writes."""
        self._write("UPDATE charging_points SET kwh = kwh + ? WHERE id = ?", kwh, cp_id)

    def set_kwh(self, cp_id, kwh):
        """Replaces the energy delivered, whatever it was."""
        self._write("UPDATE charging_points SET kwh = ? WHERE id = ?", kwh, cp_id)

    def get_cp(self, cp_id):
        """One charging point as a dict with the keys id, status, driver_id and kwh."""
        rows = self._read("SELECT id, status, driver_id, kwh FROM charging_points WHERE id = ?", cp_id)
        if not rows:
            raise KeyError(cp_id)
        return rows[0]

    def get_all_cps(self):
        """Every charging point, ordered by id."""
        return self._read("SELECT id, status, driver_id, kwh FROM charging_points ORDER BY id")

    def _connection(self):
        if not hasattr(self._of_thread, "connection"):
            self._of_thread.connection = _connect(self._path, self._busy_timeout)
        return self._of_thread.connection

    def _read(self, statement, *parameters):
        cursor = self._connection().execute(statement, parameters)
        return [dict(zip(("id", "status", "driver_id", "kwh"), row)) for row in cursor.fetchall()]

    def _write(self, statement, value, cp_id):
        connection = self._connection()
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                if connection.execute(statement, (value, cp_id)).rowcount == 0:
                    raise KeyError(cp_id)
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError as error:
            if str(error) == "database is locked":
                raise DatabaseLocked("database is locked") from None
            raise


def _connect(path, busy_timeout):
    # isolation_level None: the module starts no transaction of its own accord.
    return sqlite3.connect(path, timeout=busy_timeout, isolation_level=None)


def _open_new(path):
    # Used by the thread that made the first instance, closed by whichever thread ends the process.
    connection = sqlite3.connect(path, timeout=_SETUP_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    for statement in _SCHEMA:
        connection.execute(statement)
    connection.execute("COMMIT")
    return connection


def progress(label):
    """Marks useful work; Cerrojo tells by it a livelock from a program that gets on."""


_invariants = []


def invariant(check):
    """Says that check() is true after every step. Cerrojo's exploration looks after each; here it is looked at exit."""
    if not _invariants:
        atexit.register(_look)
    _invariants.append((check, _source(sys._getframe(1))))


def _source(frame):
    """The call that is being made in a frame, on one line."""
    code = frame.f_code
    first, last, start, end = list(code.co_positions())[frame.f_lasti // 2]
    lines = [linecache.getline(code.co_filename, line).encode() for line in range(first, last + 1)]
    lines[-1] = lines[-1][:end]
    lines[0] = lines[0][start:]
    return " ".join(b"".join(lines).decode().split()) or f"invariant on line {first}"


def _look():
    for check, source in _invariants:
        try:
            if check():
                continue
            error = AssertionError(source)
        except BaseException as raised:
            error = raised
        sys.stdout.flush()
        sys.stderr.write("".join(traceback.format_exception_only(error)))
        sys.stderr.flush()
        os._exit(1)


def _integer(value):
    if not isinstance(value, int):
        raise TypeError(f"an integer is required, not {type(value).__name__}")
    return value


class AtomicInt:
    """An integer whose operations are one indivisible step each."""

    def __init__(self, value=0):
        self._value = _integer(value)
        self._lock = threading.Lock()

    def get(self):
        """The value."""
        with self._lock:
            return self._value

    def add(self, k=1):
        """Adds k and returns the new value."""
        k = _integer(k)
        with self._lock:
            self._value += k
            return self._value

    def compare_and_set(self, expected, value):
        """Sets the value if it is the expected one; tells whether it was."""
        expected, value = _integer(expected), _integer(value)
        with self._lock:
            if self._value != expected:
                return False
            self._value = value
            return True


class Channel:
    """Messages in the order in which they were sent; each is received once."""

    def __init__(self):
        self._messages = []
        self._changed = threading.Condition()

    def sendall(self, data):
        """Sends one message; never waits."""
        with self._changed:
            self._messages.append(data)
            self._changed.notify()

    def recv(self):
        """Waits for a message and returns it."""
        with self._changed:
            while not self._messages:
                self._changed.wait()
            return self._messages.pop(0)


class Topic:
    """An append-only log. The topic and every subscription read it from the beginning, each by an offset of its own."""

    def __init__(self, name):
        self.name = name
        self._values = []
        self._changed = threading.Condition()
        self._own = Subscription(self)

    def send(self, value):
        """Appends a value and returns its offset."""
        with self._changed:
            self._values.append(value)
            self._changed.notify_all()
            return len(self._values) - 1

    def poll(self, timeout=None):
        """The next value, or None when none came within the timeout (in seconds)."""
        return self._own.poll(timeout)

    def subscribe(self):
        """A reader of its own."""
        return Subscription(self)


class Subscription:
    """A reader of a topic; made by Topic.subscribe."""

    def __init__(self, topic):
        self._topic = topic
        self._offset = 0

    def poll(self, timeout=None):
        """The next value, or None when none came within the timeout (in seconds)."""
        topic = self._topic
        with topic._changed:
            if not topic._changed.wait_for(lambda: self._offset < len(topic._values), timeout):
                return None
            self._offset += 1
            return topic._values[self._offset - 1]


class ReadWriteLock:
    """Readers share it, a writer is alone: `with lock.read():`, `with lock.write():`. Not re-entrant.

    With prefer="writers" no further reader comes in while a writer waits; with prefer="readers" they do.
    """

    def __init__(self, prefer="readers"):
        if prefer not in ("readers", "writers"):
            raise ValueError("prefer must be 'readers' or 'writers'")
        self._prefers_writers = prefer == "writers"
        self._changed = threading.Condition()
        self._readers = 0
        self._writer = False
        self._waiting_writers = 0

    def read(self):
        """A context manager: inside, other readers may be, too."""
        return ReadSide(self)

    def write(self):
        """A context manager: inside, nobody else is."""
        return WriteSide(self)


class ReadSide:
    """Made by ReadWriteLock.read."""

    def __init__(self, lock):
        self._lock = lock

    def __enter__(self):
        lock = self._lock
        with lock._changed:
            while lock._writer or (lock._prefers_writers and lock._waiting_writers > 0):
                lock._changed.wait()
            lock._readers += 1

    def __exit__(self, kind, value, traceback):
        lock = self._lock
        with lock._changed:
            lock._readers -= 1
            lock._changed.notify_all()


class WriteSide:
    """Made by ReadWriteLock.write."""

    def __init__(self, lock):
        self._lock = lock

    def __enter__(self):
        lock = self._lock
        with lock._changed:
            lock._waiting_writers += 1
            while lock._writer or lock._readers > 0:
                lock._changed.wait()
            lock._waiting_writers -= 1
            lock._writer = True

    def __exit__(self, kind, value, traceback):
        lock = self._lock
        with lock._changed:
            lock._writer = False
            lock._changed.notify_all()
