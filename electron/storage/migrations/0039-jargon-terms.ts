/** What a house adds to the dictionary of jargon. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE jargon_terms (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  terms_json TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
`
