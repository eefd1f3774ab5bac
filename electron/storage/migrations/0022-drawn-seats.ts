/**
 * Places that are drawn: windows, the places they hold, who asked for what, and what came of it. Frozen: it imports nothing of ours and
 * never changes after it shipped.
 */
export const sql = `
CREATE TABLE draw_window (
  id TEXT PRIMARY KEY,
  plan_json TEXT NOT NULL,
  -- Slots with their seats, as they were offered when it opened.
  slots_json TEXT NOT NULL,
  slot_count INTEGER NOT NULL,
  place_count INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by TEXT,
  closes_at TEXT NOT NULL CHECK (length(closes_at) = 24),
  seed TEXT NOT NULL,
  commitment TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  version INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX draw_window_to_close ON draw_window (closes_at) WHERE state = 'open';

-- What an open window holds. Nothing of a seat is booked from held_from to held_to, which is the place and what is left free around it.
CREATE TABLE draw_place (
  window_id TEXT NOT NULL REFERENCES draw_window (id),
  seat_id TEXT NOT NULL REFERENCES seat (id),
  starts_at TEXT NOT NULL CHECK (length(starts_at) = 24),
  ends_at TEXT NOT NULL CHECK (length(ends_at) = 24 AND ends_at > starts_at),
  held_from TEXT NOT NULL,
  held_to TEXT NOT NULL,
  PRIMARY KEY (seat_id, starts_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX draw_place_by_window ON draw_place (window_id);

CREATE TABLE draw_request (
  id TEXT PRIMARY KEY,
  window_id TEXT NOT NULL REFERENCES draw_window (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  purpose TEXT NOT NULL,
  length_minutes INTEGER NOT NULL,
  together_json TEXT NOT NULL,
  wishes_json TEXT NOT NULL,
  handed_in_at TEXT NOT NULL,
  handed_in_by TEXT,
  withdrawn_at TEXT,
  version INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX draw_request_by_window ON draw_request (window_id);
CREATE INDEX draw_request_by_person ON draw_request (person_id);
CREATE INDEX draw_request_by_hand ON draw_request (handed_in_by);

-- Everybody of a request that stands: nobody asks twice in a window.
CREATE TABLE draw_asker (
  window_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  request_id TEXT NOT NULL REFERENCES draw_request (id),
  CONSTRAINT draw_asker_once PRIMARY KEY (window_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX draw_asker_by_request ON draw_asker (request_id);
CREATE INDEX draw_asker_by_person ON draw_asker (person_id);

-- A window is drawn once.
CREATE TABLE draw_outcome (
  window_id TEXT NOT NULL REFERENCES draw_window (id),
  drawn_at TEXT NOT NULL,
  drawn_count INTEGER NOT NULL,
  seats_used INTEGER NOT NULL,
  file_text TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  CONSTRAINT draw_outcome_once PRIMARY KEY (window_id)
) STRICT;

CREATE TABLE draw_result (
  request_id TEXT PRIMARY KEY REFERENCES draw_request (id),
  window_id TEXT NOT NULL REFERENCES draw_window (id),
  place INTEGER NOT NULL,
  result_json TEXT NOT NULL
) STRICT;
CREATE INDEX draw_result_by_place ON draw_result (window_id, place);

CREATE TABLE draw_event (
  id TEXT PRIMARY KEY,
  window_id TEXT NOT NULL REFERENCES draw_window (id),
  request_id TEXT REFERENCES draw_request (id),
  at TEXT NOT NULL,
  actor_id TEXT,
  what TEXT NOT NULL,
  reason TEXT,
  after_json TEXT NOT NULL
) STRICT;
CREATE INDEX draw_event_by_window ON draw_event (window_id, at);

-- The referee: what is drawn is not booked.
CREATE TRIGGER booking_not_drawn_insert BEFORE INSERT ON booking WHEN NEW.state IN ('booked', 'checked_in') BEGIN
  SELECT RAISE(ABORT, 'to_be_drawn') WHERE EXISTS (
    SELECT 1 FROM draw_place WHERE seat_id = NEW.seat_id
      AND starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-2 days')
      AND starts_at < strftime('%Y-%m-%dT%H:%M:%fZ', NEW.ends_at, '+1 day')
      AND held_from < NEW.ends_at AND held_to > NEW.starts_at);
END;
CREATE TRIGGER booking_not_drawn_update BEFORE UPDATE ON booking WHEN NEW.state IN ('booked', 'checked_in') BEGIN
  SELECT RAISE(ABORT, 'to_be_drawn') WHERE EXISTS (
    SELECT 1 FROM draw_place WHERE seat_id = NEW.seat_id
      AND starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-2 days')
      AND starts_at < strftime('%Y-%m-%dT%H:%M:%fZ', NEW.ends_at, '+1 day')
      AND held_from < NEW.ends_at AND held_to > NEW.starts_at);
END;
`
