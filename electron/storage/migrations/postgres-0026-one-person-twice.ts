/** The twin of the desk's step. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE person_merge (
  id plain PRIMARY KEY,
  kept_id plain NOT NULL REFERENCES person (id),
  gone_id plain NOT NULL REFERENCES person (id) CHECK (gone_id <> kept_id),
  at plain NOT NULL CHECK (length(at) = 24),
  actor_id plain,
  moved_json json NOT NULL,
  undone_at plain,
  undone_by plain
);
CREATE UNIQUE INDEX person_merged_once ON person_merge (gone_id) WHERE undone_at IS NULL;
`
