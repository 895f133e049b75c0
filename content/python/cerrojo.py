"""The module that programs written for Cerrojo import, for running them under plain CPython (3.11 or later).

Put this file beside the program, or on PYTHONPATH. Inside Cerrojo the same names are part of the machine; here they
stand on the standard library's sqlite3. Whatever a program sees is the same: results, order of rows, exceptions.
"""

import sqlite3
import threading

__all__ = ["ChargingDatabase", "DatabaseLocked"]

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
