/** What a manager's year asks and what shows that it was done. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- The first day at the company, 2026-11-21; NULL: not known.
ALTER TABLE person ADD COLUMN joined_on TEXT;
-- Somebody who was entered twice: off the list, and what they did is that of the other record.
ALTER TABLE person ADD COLUMN merged_into TEXT REFERENCES person (id);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

-- Trips, and listenings that no session shows. What sessions come to is worked out when it is asked for.
CREATE TABLE duty_record (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  duty TEXT NOT NULL,
  date TEXT NOT NULL CHECK (length(date) = 10),
  trip_kind TEXT,
  place TEXT NOT NULL,
  evidence TEXT NOT NULL,
  written_at TEXT NOT NULL,
  written_by TEXT,
  removed_at TEXT,
  version INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX duty_record_by_date ON duty_record (date);
CREATE INDEX duty_record_by_person ON duty_record (person_id, date);

-- From this year on, until a later one has its own.
CREATE TABLE duty_rules (
  year INTEGER PRIMARY KEY,
  rules_json TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- The last time somebody was reminded of a year.
CREATE TABLE duty_reminder (
  person_id TEXT NOT NULL REFERENCES person (id),
  year INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor_id TEXT,
  PRIMARY KEY (person_id, year)
) STRICT, WITHOUT ROWID;
`
