/** The twin of 0029: meetings at the seat. A line that is being typed stays on its desk: there is no table of it here. Frozen like every step. */
export const sql = `
CREATE TABLE meeting (
  id plain PRIMARY KEY,
  call_id plain NOT NULL REFERENCES call (id),
  started_at plain NOT NULL,
  actor_id plain,
  note_ids_json json NOT NULL,
  attendees_json json NOT NULL,
  solved_at plain,
  version bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX meeting_one_a_call ON meeting (call_id);
CREATE INDEX meeting_by_time ON meeting (started_at);

CREATE TABLE meeting_line (
  id plain PRIMARY KEY,
  meeting_id plain NOT NULL REFERENCES meeting (id),
  owner_name plain,
  text plain NOT NULL,
  due_on plain,
  created_at plain NOT NULL,
  removed_at plain,
  version bigint NOT NULL DEFAULT 0
);
CREATE INDEX meeting_line_by_meeting ON meeting_line (meeting_id, id);

CREATE TABLE meeting_close (
  id plain PRIMARY KEY,
  meeting_id plain NOT NULL REFERENCES meeting (id),
  closed_at plain NOT NULL,
  closed_by plain,
  ran_ms bigint NOT NULL
);
CREATE INDEX meeting_close_by_meeting ON meeting_close (meeting_id);

CREATE TABLE meeting_outcome (
  line_id plain PRIMARY KEY REFERENCES meeting_line (id),
  close_id plain NOT NULL REFERENCES meeting_close (id),
  what plain NOT NULL,
  ticket_id plain REFERENCES ticket (id),
  ticket_version bigint
);
CREATE INDEX meeting_outcome_by_close ON meeting_outcome (close_id);
CREATE INDEX meeting_outcome_by_ticket ON meeting_outcome (ticket_id);

ALTER TABLE ticket ADD COLUMN agreed_due_at plain;

CREATE TRIGGER feed AFTER INSERT OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION tell_feed('meeting');
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON meeting_line FOR EACH ROW EXECUTE FUNCTION tell_feed('meeting_line');
CREATE TRIGGER feed AFTER INSERT OR DELETE ON meeting_close FOR EACH ROW EXECUTE FUNCTION tell_feed('meeting_close');
`
