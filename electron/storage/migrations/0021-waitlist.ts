/** Who waits for a place, and what is held for them. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE waitlist_entry (
  id TEXT PRIMARY KEY,
  room_id TEXT NOT NULL REFERENCES room (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  companion_id TEXT REFERENCES person (id) CHECK (companion_id <> person_id),
  purpose TEXT NOT NULL,
  windows_json TEXT NOT NULL,
  -- From where the first window begins to where the last one ends.
  starts_at TEXT NOT NULL CHECK (length(starts_at) = 24),
  ends_at TEXT NOT NULL CHECK (length(ends_at) = 24 AND ends_at > starts_at),
  accept_hours INTEGER,
  made_at TEXT NOT NULL,
  made_by TEXT,
  state TEXT NOT NULL,
  ended_at TEXT,
  ended_by TEXT
) STRICT;
CREATE INDEX waitlist_line ON waitlist_entry (made_at, id) WHERE state = 'waiting';
CREATE INDEX waitlist_by_person ON waitlist_entry (person_id) WHERE state = 'waiting';

-- A place held for one person. expires_at is read by the clock of whoever keeps the truth; nothing remembers a timer.
CREATE TABLE waitlist_offer (
  id TEXT PRIMARY KEY,
  wait_id TEXT NOT NULL REFERENCES waitlist_entry (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  seat_id TEXT NOT NULL REFERENCES seat (id),
  starts_at TEXT NOT NULL CHECK (length(starts_at) = 24),
  ends_at TEXT NOT NULL CHECK (length(ends_at) = 24 AND ends_at > starts_at),
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  state TEXT NOT NULL,
  answered_at TEXT,
  answered_by TEXT,
  booking_id TEXT REFERENCES booking (id),
  told_at TEXT
) STRICT;
CREATE UNIQUE INDEX waitlist_one_offer ON waitlist_offer (wait_id) WHERE state = 'open';
CREATE INDEX waitlist_offer_by_wait ON waitlist_offer (wait_id);
CREATE INDEX waitlist_offer_by_person ON waitlist_offer (person_id, told_at);
CREATE INDEX waitlist_offer_by_start ON waitlist_offer (starts_at) WHERE state = 'open';
CREATE INDEX waitlist_offer_on_seat ON waitlist_offer (seat_id, starts_at) WHERE state = 'open';

-- The referee of what is held: no place for two, and no person in two places.
CREATE TRIGGER waitlist_offer_held BEFORE INSERT ON waitlist_offer WHEN NEW.state = 'open' BEGIN
  SELECT RAISE(ABORT, 'place_held') WHERE EXISTS (
    SELECT 1 FROM waitlist_offer other WHERE other.state = 'open' AND (other.seat_id = NEW.seat_id OR other.person_id = NEW.person_id)
      AND other.starts_at < NEW.ends_at AND other.ends_at > NEW.starts_at);
  SELECT RAISE(ABORT, 'place_held') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.seat_id = NEW.seat_id AND other.state IN ('booked', 'checked_in')
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-25 hours')
      AND other.starts_at < NEW.ends_at AND other.ends_at > NEW.starts_at);
END;
CREATE TRIGGER booking_beside_held_insert BEFORE INSERT ON booking WHEN NEW.state IN ('booked', 'checked_in') BEGIN
  SELECT RAISE(ABORT, 'place_held') WHERE EXISTS (
    SELECT 1 FROM waitlist_offer held WHERE held.state = 'open' AND held.seat_id = NEW.seat_id AND held.person_id <> NEW.person_id
      AND held.starts_at < NEW.ends_at AND held.ends_at > NEW.starts_at);
END;
CREATE TRIGGER booking_beside_held_update BEFORE UPDATE ON booking WHEN NEW.state IN ('booked', 'checked_in') BEGIN
  SELECT RAISE(ABORT, 'place_held') WHERE EXISTS (
    SELECT 1 FROM waitlist_offer held WHERE held.state = 'open' AND held.seat_id = NEW.seat_id AND held.person_id <> NEW.person_id
      AND held.starts_at < NEW.ends_at AND held.ends_at > NEW.starts_at);
END;
`
