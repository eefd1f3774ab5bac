/** What a company masks beside personal data. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE masking_rules (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  rules_json TEXT NOT NULL,
  hides_orders INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
`
