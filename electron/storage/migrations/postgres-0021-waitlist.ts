/** The twin of 0021: who waits for a place, and what is held for them. Frozen like every step. */
export const sql = `
CREATE TABLE waitlist_entry (
  id plain PRIMARY KEY,
  room_id plain NOT NULL REFERENCES room (id),
  person_id plain NOT NULL REFERENCES person (id),
  companion_id plain REFERENCES person (id) CHECK (companion_id <> person_id),
  purpose plain NOT NULL,
  windows_json json NOT NULL,
  starts_at plain NOT NULL CHECK (length(starts_at) = 24),
  ends_at plain NOT NULL CHECK (length(ends_at) = 24 AND ends_at > starts_at),
  accept_hours bigint,
  made_at plain NOT NULL,
  made_by plain,
  state plain NOT NULL,
  ended_at plain,
  ended_by plain
);
CREATE INDEX waitlist_line ON waitlist_entry (made_at, id) WHERE state = 'waiting';
CREATE INDEX waitlist_by_person ON waitlist_entry (person_id) WHERE state = 'waiting';

CREATE TABLE waitlist_offer (
  id plain PRIMARY KEY,
  wait_id plain NOT NULL REFERENCES waitlist_entry (id),
  person_id plain NOT NULL REFERENCES person (id),
  seat_id plain NOT NULL REFERENCES seat (id),
  starts_at plain NOT NULL CHECK (length(starts_at) = 24),
  ends_at plain NOT NULL CHECK (length(ends_at) = 24 AND ends_at > starts_at),
  made_at plain NOT NULL,
  expires_at plain NOT NULL,
  state plain NOT NULL,
  answered_at plain,
  answered_by plain,
  booking_id plain REFERENCES booking (id),
  told_at plain,
  -- The referees of what is held: no place for two, and no person in two places.
  CONSTRAINT waitlist_seat_place_held EXCLUDE USING gist (seat_id WITH =, span_of(starts_at, ends_at) WITH &&) WHERE (state = 'open'),
  CONSTRAINT waitlist_person_place_held EXCLUDE USING gist (person_id WITH =, span_of(starts_at, ends_at) WITH &&) WHERE (state = 'open')
);
CREATE UNIQUE INDEX waitlist_one_offer ON waitlist_offer (wait_id) WHERE state = 'open';
CREATE INDEX waitlist_offer_by_wait ON waitlist_offer (wait_id);
CREATE INDEX waitlist_offer_by_person ON waitlist_offer (person_id, told_at);
CREATE INDEX waitlist_offer_by_start ON waitlist_offer (starts_at) WHERE state = 'open';
CREATE INDEX waitlist_offer_on_seat ON waitlist_offer (seat_id, starts_at) WHERE state = 'open';

-- Between what is held and what is booked; whoever places somebody holds the seat's row, so neither slips past the other.
CREATE FUNCTION refuse_held_place() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.state IN ('booked', 'checked_in') AND EXISTS (
    SELECT 1 FROM waitlist_offer held WHERE held.state = 'open' AND held.seat_id = NEW.seat_id AND held.person_id <> NEW.person_id
      AND held.starts_at < NEW.ends_at AND held.ends_at > NEW.starts_at)
  THEN RAISE EXCEPTION 'place_held' USING ERRCODE = '23P01', CONSTRAINT = 'booking_place_held'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER beside_held BEFORE INSERT OR UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION refuse_held_place();
CREATE FUNCTION refuse_taken_place() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.state = 'open' AND EXISTS (
    SELECT 1 FROM booking other WHERE other.seat_id = NEW.seat_id AND other.state IN ('booked', 'checked_in')
      AND span_of(other.starts_at, other.ends_at) && span_of(NEW.starts_at, NEW.ends_at))
  THEN RAISE EXCEPTION 'place_held' USING ERRCODE = '23P01', CONSTRAINT = 'waitlist_place_held'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER beside_booked BEFORE INSERT ON waitlist_offer FOR EACH ROW EXECUTE FUNCTION refuse_taken_place();

CREATE TRIGGER feed AFTER INSERT OR UPDATE ON waitlist_entry FOR EACH ROW EXECUTE FUNCTION tell_feed('waitlist_entry');
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON waitlist_offer FOR EACH ROW EXECUTE FUNCTION tell_feed('waitlist_offer');
`
