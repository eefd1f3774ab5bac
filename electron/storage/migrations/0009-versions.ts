/** Whose change came first. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- How often the row was changed. Of issue types and of the room it is the list's, the room's: they are saved as a whole.
ALTER TABLE person ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE note ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE issue_type ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

-- What was changed, never to what: enough to tell a person whose words come second what happened meanwhile. The key is the referee:
-- a version is reached once.
CREATE TABLE row_change (
  row_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor_id TEXT,
  fields_json TEXT NOT NULL,
  PRIMARY KEY (row_id, version)
) STRICT;
`
