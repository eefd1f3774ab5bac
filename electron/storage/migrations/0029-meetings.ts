/** Meetings at the seat. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- What was said at the seat after a call. Which of its notes it began from is kept, their words are the notes' own.
CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call (id),
  started_at TEXT NOT NULL,
  actor_id TEXT,
  note_ids_json TEXT NOT NULL,
  -- Names as they were picked or typed, masked like a note.
  attendees_json TEXT NOT NULL,
  -- The caller's trouble was over there and then.
  solved_at TEXT,
  version INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX meeting_one_a_call ON meeting (call_id);
CREATE INDEX meeting_by_time ON meeting (started_at);

-- Who does what by when. Stored as it was typed, masked like a note.
CREATE TABLE meeting_line (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  owner_name TEXT,
  text TEXT NOT NULL,
  -- A date of the room.
  due_on TEXT,
  created_at TEXT NOT NULL,
  removed_at TEXT,
  version INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX meeting_line_by_meeting ON meeting_line (meeting_id, id);

-- A line that is being typed. Stays on its desk.
CREATE TABLE meeting_draft (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  line_id TEXT REFERENCES meeting_line (id),
  seen_version INTEGER,
  text TEXT NOT NULL,
  caret INTEGER NOT NULL,
  stored_at TEXT NOT NULL
) STRICT;
CREATE INDEX meeting_draft_by_meeting ON meeting_draft (meeting_id);

-- What came of a meeting is the ledger of tickets' own: it is written where they are.
CREATE TABLE meeting_close (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  closed_at TEXT NOT NULL,
  closed_by TEXT,
  ran_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_close_by_meeting ON meeting_close (meeting_id);

CREATE TABLE meeting_outcome (
  line_id TEXT PRIMARY KEY REFERENCES meeting_line (id),
  close_id TEXT NOT NULL REFERENCES meeting_close (id),
  what TEXT NOT NULL,
  ticket_id TEXT REFERENCES ticket (id),
  -- As the meeting left it: what was done to it since is seen by it.
  ticket_version INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_outcome_by_close ON meeting_outcome (close_id);
CREATE INDEX meeting_outcome_by_ticket ON meeting_outcome (ticket_id);

-- The deadline on which a meeting agreed.
ALTER TABLE ticket ADD COLUMN agreed_due_at TEXT;
`
