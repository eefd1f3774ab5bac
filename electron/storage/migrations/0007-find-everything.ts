/** Notes of all sessions are found, and the sessions of a person. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- One row per note that is not removed, rowid = searched_note.number, a column per kind: every character a word of its own, as
-- in ticket_search. Filled from note_event after the notes were saved, so that saving one does no more than before.
CREATE VIRTUAL TABLE note_search USING fts5 (voice, view, praise, risk, tokenize = "unicode61 remove_diacritics 0", content = '', contentless_delete = 1);

-- A number for each note that was ever in the index, later notes higher: rows of note have none that outlives a compact copy.
CREATE TABLE searched_note (
  number INTEGER PRIMARY KEY,
  note_id TEXT NOT NULL UNIQUE REFERENCES note (id)
) STRICT;

-- The last note_event that is in the index. Its id stands beside its row, to notice that rows were numbered anew.
CREATE TABLE note_search_mark (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  event_row INTEGER NOT NULL,
  event_id TEXT NOT NULL
) STRICT;

CREATE INDEX session_by_listener ON session (listener_id, started_at);
`
