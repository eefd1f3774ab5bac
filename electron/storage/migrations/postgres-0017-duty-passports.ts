/** The twin of 0017: what a manager's year asks and what shows that it was done. Frozen like every step. */
export const sql = `
ALTER TABLE person ADD COLUMN joined_on plain, ADD COLUMN merged_into plain REFERENCES person (id);
CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE duty_record (
  id plain PRIMARY KEY,
  person_id plain NOT NULL REFERENCES person (id),
  duty plain NOT NULL,
  date plain NOT NULL CHECK (length(date) = 10),
  trip_kind plain,
  place plain NOT NULL,
  evidence plain NOT NULL,
  written_at plain NOT NULL,
  written_by plain,
  removed_at plain,
  version bigint NOT NULL DEFAULT 0
);
CREATE INDEX duty_record_by_date ON duty_record (date);
CREATE INDEX duty_record_by_person ON duty_record (person_id, date);

CREATE TABLE duty_rules (
  year bigint PRIMARY KEY,
  rules_json json NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE duty_reminder (
  person_id plain NOT NULL REFERENCES person (id),
  year bigint NOT NULL,
  at plain NOT NULL,
  actor_id plain,
  PRIMARY KEY (person_id, year)
);

CREATE TRIGGER feed AFTER INSERT OR UPDATE ON duty_record FOR EACH ROW EXECUTE FUNCTION tell_feed('duty_record');
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON duty_rules FOR EACH ROW EXECUTE FUNCTION tell_feed('duty_rules');
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON duty_reminder FOR EACH ROW EXECUTE FUNCTION tell_feed('duty_reminder');
`
