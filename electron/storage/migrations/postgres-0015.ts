/**
 * The first schema of a hub: what the desk's steps 1 to 15 come to, as PostgreSQL says it. Frozen: it imports nothing of ours and never
 * changes after it shipped. Drafts and settings stay on the desk, and so do the marks of its searches.
 *
 * `plain` compares texts byte by byte, as SQLite does, whatever the database's own collation is. `rowid` is the order of happening.
 */
export const sql = `
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE DOMAIN plain AS text COLLATE "C";

CREATE TABLE person (
  id plain PRIMARY KEY,
  name plain NOT NULL CHECK (name <> ''),
  department plain NOT NULL,
  role plain NOT NULL,
  employee_number plain,
  email plain,
  removed_at plain,
  version bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX person_employee_number ON person (employee_number) WHERE employee_number IS NOT NULL AND removed_at IS NULL;

CREATE TABLE room (
  only_row bigint PRIMARY KEY CHECK (only_row = 1),
  opens_at plain NOT NULL,
  closes_at plain NOT NULL,
  slot_minutes bigint NOT NULL,
  time_zone plain NOT NULL,
  version bigint NOT NULL DEFAULT 0
);

CREATE TABLE seat (
  id plain PRIMARY KEY,
  number bigint NOT NULL CHECK (number BETWEEN 1 AND 99),
  removed_at plain
);
CREATE UNIQUE INDEX seat_number ON seat (number) WHERE removed_at IS NULL;

-- Instants end in Z, so that what they say does not depend on the session's time zone, as the casts alone would.
CREATE FUNCTION span_of(starts_at text, ends_at text) RETURNS tstzrange LANGUAGE sql IMMUTABLE
  AS $$ SELECT tstzrange(starts_at::timestamptz, ends_at::timestamptz) $$;

CREATE TABLE booking (
  id plain PRIMARY KEY,
  seat_id plain NOT NULL REFERENCES seat (id),
  person_id plain NOT NULL REFERENCES person (id),
  companion_id plain REFERENCES person (id) CHECK (companion_id <> person_id),
  purpose plain NOT NULL,
  starts_at plain NOT NULL CHECK (length(starts_at) = 24),
  ends_at plain NOT NULL CHECK (length(ends_at) = 24 AND ends_at > starts_at),
  state plain NOT NULL,
  checked_in_at plain,
  version bigint NOT NULL DEFAULT 0,
  -- Never longer than the longest day there is: whoever asks what overlaps looks back that far in an index.
  CHECK (ends_at::timestamptz <= starts_at::timestamptz + interval '25 hours'),
  -- The referee: two bookings that hold a place never overlap on a seat. An end that is the other's start does not overlap.
  CONSTRAINT booking_seat_taken EXCLUDE USING gist (seat_id WITH =, span_of(starts_at, ends_at) WITH &&)
    WHERE (state IN ('booked', 'checked_in'))
);
CREATE INDEX booking_by_seat ON booking (seat_id, starts_at);
CREATE INDEX booking_by_person ON booking (person_id, starts_at);
CREATE INDEX booking_by_companion ON booking (companion_id, starts_at) WHERE companion_id IS NOT NULL;
CREATE INDEX booking_by_start ON booking (starts_at);

-- The other referee: nobody is in two places, whether they listen or sit beside.
CREATE TABLE booking_of_person (
  booking_id plain NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
  person_id plain NOT NULL,
  during tstzrange NOT NULL,
  PRIMARY KEY (booking_id, person_id),
  CONSTRAINT booking_person_taken EXCLUDE USING gist (person_id WITH =, during WITH &&)
);
CREATE FUNCTION keep_people_of_booking() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  DELETE FROM booking_of_person WHERE booking_id = NEW.id;
  IF NEW.state IN ('booked', 'checked_in') THEN
    INSERT INTO booking_of_person SELECT NEW.id, who, span_of(NEW.starts_at, NEW.ends_at)
      FROM unnest(ARRAY[NEW.person_id, NEW.companion_id]) who WHERE who IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER people_of_booking AFTER INSERT OR UPDATE ON booking FOR EACH ROW EXECUTE FUNCTION keep_people_of_booking();

CREATE TABLE booking_event (
  rowid bigint GENERATED ALWAYS AS IDENTITY,
  id plain PRIMARY KEY,
  booking_id plain NOT NULL REFERENCES booking (id),
  at plain NOT NULL,
  actor_id plain,
  what plain NOT NULL,
  after_json json NOT NULL,
  reason plain
);
CREATE INDEX booking_event_by_booking ON booking_event (booking_id, at);
CREATE INDEX booking_event_by_time ON booking_event (at);

CREATE TABLE told_seat (
  booking_id plain NOT NULL REFERENCES booking (id),
  starts_at plain NOT NULL,
  told_at plain NOT NULL,
  PRIMARY KEY (booking_id, starts_at)
);

CREATE TABLE row_change (
  row_id plain NOT NULL,
  version bigint NOT NULL,
  at plain NOT NULL,
  actor_id plain,
  fields_json json NOT NULL,
  PRIMARY KEY (row_id, version)
);
`
