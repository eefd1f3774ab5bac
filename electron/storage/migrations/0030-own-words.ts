/** What a house adds to what the life channel hears. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE life_words (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  words_json TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
`
