/** Pseudonyms of agents, day by day, and thanks for them. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- The secret of a day. Thrown away after a week: then nobody can tell any more whose pseudonym it was.
CREATE TABLE agent_key (
  day TEXT PRIMARY KEY,
  key TEXT NOT NULL
) STRICT;

-- An agent on one day: a keyed hash of what was typed, and which pseudonym it has. Two of one day never share one.
CREATE TABLE agent (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  place INTEGER NOT NULL,
  UNIQUE (day, place)
) STRICT;

CREATE TABLE call_agent (
  call_id TEXT PRIMARY KEY REFERENCES call (id),
  day TEXT NOT NULL,
  agent_id TEXT,
  -- What it was before, so that it can be taken back.
  before_id TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX call_agent_by_agent ON call_agent (agent_id);

-- A note of praise that is to reach the agent, with the customer's words beside it. It says nothing itself: its words are those of the notes.
CREATE TABLE thanks (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL UNIQUE REFERENCES note (id),
  call_id TEXT NOT NULL REFERENCES call (id),
  voice_note_id TEXT REFERENCES note (id),
  collected_at TEXT NOT NULL,
  actor_id TEXT,
  taken_back_at TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX thanks_by_time ON thanks (collected_at);
CREATE INDEX thanks_by_call ON thanks (call_id);

-- A page of thanks that went out, as the ledger keeps files.
CREATE TABLE thanks_page (
  id TEXT PRIMARY KEY,
  folder TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  actor_id TEXT
) STRICT;

-- Handed over to the leader: with a page, or by word of mouth.
CREATE TABLE thanks_handed (
  thanks_id TEXT PRIMARY KEY REFERENCES thanks (id),
  at TEXT NOT NULL,
  actor_id TEXT,
  page_id TEXT REFERENCES thanks_page (id)
) STRICT;
`
