/** Years of the work calendar as people enter them. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- A year that stands here takes the place of the one that ships. No days at all (NULL): as shipped again, with its version kept.
CREATE TABLE calendar_year (
  year INTEGER PRIMARY KEY,
  days_json TEXT,
  version INTEGER NOT NULL
) STRICT;
`
