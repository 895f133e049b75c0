/**
 * The history of `cerrojo.db`, oldest first: entry `n` takes `user_version` from `n` to `n + 1`. An entry is never
 * edited after a release; a change is a new entry.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    started_at REAL NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    scenario TEXT,
    options TEXT NOT NULL,
    outcome TEXT NOT NULL,
    output TEXT NOT NULL,
    events INTEGER NOT NULL,
    seconds REAL NOT NULL,
    detected_after_ms REAL,
    rows TEXT
  ) STRICT;
  CREATE INDEX runs_by_start ON runs (started_at DESC);
  CREATE TABLE traces (
    run TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    deflated BLOB NOT NULL
  ) STRICT;
  CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;
  `,
]
