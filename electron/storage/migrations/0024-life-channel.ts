/** Cases of the life channel, what is sealed of them, and drills. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- What opened a case. It is never changed: what is done about it stands in its events, so that two who act on it never overwrite each other.
CREATE TABLE life_case (
  id TEXT PRIMARY KEY,
  session_id TEXT REFERENCES session (id),
  call_id TEXT REFERENCES call (id),
  origin TEXT NOT NULL,
  grade TEXT,
  raised_at TEXT NOT NULL,
  raised_by TEXT
) STRICT;
CREATE INDEX life_case_by_time ON life_case (raised_at);

-- No words of anybody but the reason why somebody read what is sealed, masked like a note.
CREATE TABLE life_event (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES life_case (id),
  at TEXT NOT NULL,
  actor_id TEXT,
  what TEXT NOT NULL,
  -- The step, who took over, the outcome.
  which TEXT,
  remark TEXT
) STRICT;
CREATE INDEX life_event_by_case ON life_event (case_id, id);

-- What is sealed: only the life channel reads it.
CREATE TABLE life_sealed (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES life_case (id),
  at TEXT NOT NULL,
  what TEXT NOT NULL,
  is_encrypted INTEGER NOT NULL,
  payload TEXT NOT NULL
) STRICT;
CREATE INDEX life_sealed_by_case ON life_sealed (case_id, id);

-- A call that no list, search, count, ticket or file may tell of. Its words go to what is sealed as soon as it is over (emptied).
CREATE TABLE sealed_call (
  call_id TEXT PRIMARY KEY REFERENCES call (id),
  case_id TEXT NOT NULL REFERENCES life_case (id),
  sealed_at TEXT NOT NULL,
  emptied_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE life_setup (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  contacts_json TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE life_drill (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  script_id TEXT NOT NULL,
  done_at TEXT NOT NULL,
  hand_over_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX life_drill_by_person ON life_drill (person_id, done_at);
`
