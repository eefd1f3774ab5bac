/** The twin of 0024: cases of the life channel, what is sealed of them, and drills. Frozen like every step. */
export const sql = `
CREATE TABLE life_case (
  id plain PRIMARY KEY,
  session_id plain REFERENCES session (id),
  call_id plain REFERENCES call (id),
  origin plain NOT NULL,
  grade plain,
  raised_at plain NOT NULL,
  raised_by plain
);
CREATE INDEX life_case_by_time ON life_case (raised_at);

CREATE TABLE life_event (
  id plain PRIMARY KEY,
  case_id plain NOT NULL REFERENCES life_case (id),
  at plain NOT NULL,
  actor_id plain,
  what plain NOT NULL,
  which plain,
  remark plain
);
CREATE INDEX life_event_by_case ON life_event (case_id, id);

CREATE TABLE life_sealed (
  id plain PRIMARY KEY,
  case_id plain NOT NULL REFERENCES life_case (id),
  at plain NOT NULL,
  what plain NOT NULL,
  is_encrypted bigint NOT NULL,
  payload plain NOT NULL
);
CREATE INDEX life_sealed_by_case ON life_sealed (case_id, id);

CREATE TABLE sealed_call (
  call_id plain PRIMARY KEY REFERENCES call (id),
  case_id plain NOT NULL REFERENCES life_case (id),
  sealed_at plain NOT NULL,
  emptied_at plain
);

CREATE TABLE life_setup (
  only_row bigint PRIMARY KEY CHECK (only_row = 1),
  contacts_json json NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE life_drill (
  id plain PRIMARY KEY,
  person_id plain REFERENCES person (id),
  script_id plain NOT NULL,
  done_at plain NOT NULL,
  hand_over_ms bigint NOT NULL
);
CREATE INDEX life_drill_by_person ON life_drill (person_id, done_at);

CREATE TRIGGER feed AFTER INSERT ON life_case FOR EACH ROW EXECUTE FUNCTION tell_feed('life_case');
CREATE TRIGGER feed AFTER INSERT ON life_event FOR EACH ROW EXECUTE FUNCTION tell_feed('life_event');
CREATE TRIGGER feed AFTER INSERT OR DELETE ON sealed_call FOR EACH ROW EXECUTE FUNCTION tell_feed('sealed_call');
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON life_setup FOR EACH ROW EXECUTE FUNCTION tell_feed('life_setup');
CREATE TRIGGER feed AFTER INSERT ON life_drill FOR EACH ROW EXECUTE FUNCTION tell_feed('life_drill');
`
