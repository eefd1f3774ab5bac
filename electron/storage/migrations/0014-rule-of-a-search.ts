/** By which rule each search index was made, so that another rule makes it anew. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
ALTER TABLE note_search_mark ADD COLUMN rule INTEGER NOT NULL DEFAULT 1;

-- No row: by the first rule. Tickets numbered above to_come_number are made by this rule; those up to it are still to come, newest first.
CREATE TABLE ticket_search_mark (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  rule INTEGER NOT NULL,
  to_come_number INTEGER NOT NULL
) STRICT;
`
