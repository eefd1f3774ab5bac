/** What somebody is still to be told that others did to what is theirs, besides their places. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- How somebody knew a wait, an offer, a request of a draw, … before somebody else ended or changed it, until they say that they read of it. No words.
CREATE TABLE own_news (
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  of_id TEXT NOT NULL,
  known TEXT NOT NULL,
  at TEXT NOT NULL,
  by_id TEXT REFERENCES person (id),
  PRIMARY KEY (person_id, kind, of_id)
) STRICT, WITHOUT ROWID;
`
