/** The twin of the desk's step: places that are drawn. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE draw_window (
  id plain PRIMARY KEY,
  plan_json json NOT NULL,
  slots_json json NOT NULL,
  slot_count bigint NOT NULL,
  place_count bigint NOT NULL,
  opened_at plain NOT NULL,
  opened_by plain,
  closes_at plain NOT NULL CHECK (length(closes_at) = 24),
  seed plain NOT NULL,
  commitment plain NOT NULL,
  state plain NOT NULL,
  reason plain,
  version bigint NOT NULL DEFAULT 0
);
CREATE INDEX draw_window_to_close ON draw_window (closes_at) WHERE state = 'open';

CREATE TABLE draw_place (
  window_id plain NOT NULL REFERENCES draw_window (id),
  seat_id plain NOT NULL REFERENCES seat (id),
  starts_at plain NOT NULL CHECK (length(starts_at) = 24),
  ends_at plain NOT NULL CHECK (length(ends_at) = 24 AND ends_at > starts_at),
  held_from plain NOT NULL,
  held_to plain NOT NULL,
  PRIMARY KEY (seat_id, starts_at)
);
CREATE INDEX draw_place_by_window ON draw_place (window_id);

CREATE TABLE draw_request (
  id plain PRIMARY KEY,
  window_id plain NOT NULL REFERENCES draw_window (id),
  person_id plain NOT NULL REFERENCES person (id),
  purpose plain NOT NULL,
  length_minutes bigint NOT NULL,
  together_json json NOT NULL,
  wishes_json json NOT NULL,
  handed_in_at plain NOT NULL,
  handed_in_by plain,
  withdrawn_at plain,
  version bigint NOT NULL DEFAULT 0
);
CREATE INDEX draw_request_by_window ON draw_request (window_id);
CREATE INDEX draw_request_by_person ON draw_request (person_id);
CREATE INDEX draw_request_by_hand ON draw_request (handed_in_by);

CREATE TABLE draw_asker (
  window_id plain NOT NULL,
  person_id plain NOT NULL,
  request_id plain NOT NULL REFERENCES draw_request (id),
  CONSTRAINT draw_asker_once PRIMARY KEY (window_id, person_id)
);
CREATE INDEX draw_asker_by_request ON draw_asker (request_id);
CREATE INDEX draw_asker_by_person ON draw_asker (person_id);

CREATE TABLE draw_outcome (
  window_id plain NOT NULL REFERENCES draw_window (id),
  drawn_at plain NOT NULL,
  drawn_count bigint NOT NULL,
  seats_used bigint NOT NULL,
  file_text text NOT NULL,
  file_digest plain NOT NULL,
  CONSTRAINT draw_outcome_once PRIMARY KEY (window_id)
);

CREATE TABLE draw_result (
  request_id plain PRIMARY KEY REFERENCES draw_request (id),
  window_id plain NOT NULL REFERENCES draw_window (id),
  place bigint NOT NULL,
  result_json json NOT NULL
);
CREATE INDEX draw_result_by_place ON draw_result (window_id, place);

CREATE TABLE draw_event (
  id plain PRIMARY KEY,
  window_id plain NOT NULL REFERENCES draw_window (id),
  request_id plain REFERENCES draw_request (id),
  at plain NOT NULL,
  actor_id plain,
  what plain NOT NULL,
  reason plain,
  after_json json NOT NULL
);
CREATE INDEX draw_event_by_window ON draw_event (window_id, at);

CREATE FUNCTION keep_drawn_places() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM draw_place WHERE seat_id = NEW.seat_id AND held_from < NEW.ends_at AND held_to > NEW.starts_at) THEN
    RAISE EXCEPTION 'to be drawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'booking_to_be_drawn';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_drawn BEFORE INSERT OR UPDATE ON booking FOR EACH ROW WHEN (NEW.state IN ('booked', 'checked_in'))
  EXECUTE FUNCTION keep_drawn_places();

CREATE TRIGGER feed AFTER INSERT OR UPDATE ON draw_window FOR EACH ROW EXECUTE FUNCTION tell_feed('draw_window');
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON draw_request FOR EACH ROW EXECUTE FUNCTION tell_feed('draw_request');
`
