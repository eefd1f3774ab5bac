/** Cases about a call that another desk heard. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- The call that was named as it was raised, where this desk did not have it.
ALTER TABLE life_case ADD COLUMN named_call_id TEXT;

-- At a desk of a hub: cases that another desk raised about a call, as the hub tells them, with the last verdict. At a hub a view.
CREATE TABLE raised_elsewhere (
  case_id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL,
  origin TEXT NOT NULL,
  grade TEXT,
  raised_at TEXT NOT NULL,
  raised_by TEXT,
  verdict_id TEXT,
  verdict TEXT,
  verdict_at TEXT,
  verdict_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX raised_elsewhere_by_call ON raised_elsewhere (call_id);
`
