/** Lists that were brought in, and how to take each back. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- todo_json: what taking it back takes back, or what is done again where it is taken back; back_json: as much as came of that so far. No words of a call.
CREATE TABLE list_import (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  at TEXT NOT NULL CHECK (length(at) = 24),
  actor_id TEXT,
  state TEXT NOT NULL,
  todo_json TEXT NOT NULL,
  todo_count INTEGER NOT NULL,
  back_json TEXT NOT NULL,
  kept_count INTEGER NOT NULL,
  turned_at TEXT,
  turned_by TEXT
) STRICT;
CREATE INDEX list_import_by_kind ON list_import (kind, at);
`
