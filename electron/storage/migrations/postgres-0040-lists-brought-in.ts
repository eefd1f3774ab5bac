/** The twin of the desk's step. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE list_import (
  id plain PRIMARY KEY,
  kind plain NOT NULL,
  at plain NOT NULL CHECK (length(at) = 24),
  actor_id plain,
  state plain NOT NULL,
  todo_json json NOT NULL,
  todo_count bigint NOT NULL,
  back_json json NOT NULL,
  kept_count bigint NOT NULL,
  turned_at plain,
  turned_by plain
);
CREATE INDEX list_import_by_kind ON list_import (kind, at);
`
