/** Two records of one person, and how to take it apart again. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- What was carried over stands in moved_json; undone_at: they are two again.
CREATE TABLE person_merge (
  id TEXT PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES person (id),
  gone_id TEXT NOT NULL REFERENCES person (id) CHECK (gone_id <> kept_id),
  at TEXT NOT NULL CHECK (length(at) = 24),
  actor_id TEXT,
  moved_json TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT
) STRICT;
-- A record stands for one other at a time.
CREATE UNIQUE INDEX person_merged_once ON person_merge (gone_id) WHERE undone_at IS NULL;
`
