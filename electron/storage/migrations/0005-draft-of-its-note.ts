/**
 * A draft belongs to the note it becomes, no longer to its call alone: words whose saving failed stay on disk while the next
 * note of the same call is written. Nothing refers to the table. What is there keeps its call's id as its own: there was one per call.
 */
export const sql = `
CREATE TABLE draft_of_note (
  id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call (id),
  note_id TEXT REFERENCES note (id),
  kind TEXT NOT NULL CHECK (kind IN ('voice', 'view', 'praise', 'risk')),
  text TEXT NOT NULL,
  caret INTEGER NOT NULL CHECK (caret >= 0),
  offset_ms INTEGER NOT NULL CHECK (offset_ms >= 0),
  issue_type_id TEXT,
  stored_at TEXT NOT NULL
) STRICT;
INSERT INTO draft_of_note (id, call_id, note_id, kind, text, caret, offset_ms, issue_type_id, stored_at)
  SELECT call_id, call_id, note_id, kind, text, caret, offset_ms, issue_type_id, stored_at FROM draft;
DROP TABLE draft;
ALTER TABLE draft_of_note RENAME TO draft;
`
