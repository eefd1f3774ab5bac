/** How long words are kept: the rules, what is kept in spite of them, what went, and the ledger of it. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE retention_rules (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  rules_json TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- A session that stays in spite of the rules; with a day until then alone.
CREATE TABLE retention_keep (
  session_id TEXT PRIMARY KEY REFERENCES session (id),
  reason TEXT NOT NULL,
  until TEXT,
  at TEXT NOT NULL,
  actor_id TEXT
) STRICT;

-- What went of a session (or of a case of the life channel), and what it counted. No words. No reference: desks keep a copy of all of them.
CREATE TABLE words_gone (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  session_id TEXT,
  kept_until TEXT NOT NULL,
  gone_at TEXT NOT NULL,
  voice INTEGER NOT NULL,
  view INTEGER NOT NULL,
  praise INTEGER NOT NULL,
  risk INTEGER NOT NULL,
  thanks INTEGER NOT NULL,
  conversations INTEGER NOT NULL
) STRICT;
CREATE INDEX words_gone_by_session ON words_gone (session_id);

-- One line a day and a kind, added to as it goes on.
CREATE TABLE retention_ledger (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  days INTEGER NOT NULL,
  begun_at TEXT NOT NULL,
  at TEXT NOT NULL,
  items INTEGER NOT NULL,
  words INTEGER NOT NULL
) STRICT;
CREATE INDEX retention_ledger_by_time ON retention_ledger (at);
`
