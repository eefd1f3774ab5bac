/**
 * Closed lists (roles, purposes, states, kinds, formats …) leave the CHECKs: they grow, and the contract's schemas are their referee.
 * A booking may fill the longest day there is, of 25 hours. Frozen: it imports nothing of ours and never changes after it shipped.
 *
 * Each table is made anew with every row, under its rowid: the order of happening is read from it. All else is as it was.
 */
export const sql = `
CREATE TABLE person_rebuilt (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  department TEXT NOT NULL,
  role TEXT NOT NULL,
  employee_number TEXT,
  email TEXT,
  removed_at TEXT
) STRICT;
INSERT INTO person_rebuilt (
  rowid, id, name, department, role, employee_number, email, removed_at)
SELECT
  rowid, id, name, department, role, employee_number, email, removed_at
FROM person;
DROP TABLE person;
ALTER TABLE person_rebuilt RENAME TO person;
CREATE UNIQUE INDEX person_employee_number ON person (employee_number) WHERE employee_number IS NOT NULL AND removed_at IS NULL;

CREATE TABLE room_rebuilt (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  opens_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  slot_minutes INTEGER NOT NULL,
  time_zone TEXT NOT NULL
) STRICT;
INSERT INTO room_rebuilt (only_row, opens_at, closes_at, slot_minutes, time_zone) SELECT only_row, opens_at, closes_at, slot_minutes, time_zone FROM room;
DROP TABLE room;
ALTER TABLE room_rebuilt RENAME TO room;

CREATE TABLE booking_rebuilt (
  id TEXT PRIMARY KEY,
  seat_id TEXT NOT NULL REFERENCES seat (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  companion_id TEXT REFERENCES person (id) CHECK (companion_id <> person_id),
  purpose TEXT NOT NULL,
  starts_at TEXT NOT NULL CHECK (length(starts_at) = 24),
  -- Never longer than the longest day there is, the one on which an hour comes twice: so whoever asks what overlaps looks back
  -- that far in an index, not to the beginning of time.
  ends_at TEXT NOT NULL CHECK (length(ends_at) = 24 AND ends_at > starts_at
    AND ends_at <= strftime('%Y-%m-%dT%H:%M:%fZ', starts_at, '+25 hours')),
  state TEXT NOT NULL,
  checked_in_at TEXT,
  version INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO booking_rebuilt (
  rowid, id, seat_id, person_id, companion_id, purpose, starts_at, ends_at, state, checked_in_at, version)
SELECT
  rowid, id, seat_id, person_id, companion_id, purpose, starts_at, ends_at, state, checked_in_at, version
FROM booking;
DROP TABLE booking;
ALTER TABLE booking_rebuilt RENAME TO booking;
CREATE INDEX booking_by_seat ON booking (seat_id, starts_at);
CREATE INDEX booking_by_person ON booking (person_id, starts_at);
CREATE INDEX booking_by_companion ON booking (companion_id, starts_at) WHERE companion_id IS NOT NULL;
CREATE INDEX booking_by_start ON booking (starts_at);
CREATE TRIGGER booking_no_overlap_insert BEFORE INSERT ON booking WHEN NEW.state IN ('booked', 'checked_in') BEGIN
  SELECT RAISE(ABORT, 'seat_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.seat_id = NEW.seat_id
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-25 hours') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in'));
  SELECT RAISE(ABORT, 'person_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.person_id IN (NEW.person_id, NEW.companion_id)
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-25 hours') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in'));
  SELECT RAISE(ABORT, 'person_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.companion_id IN (NEW.person_id, NEW.companion_id)
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-25 hours') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in'));
END;
CREATE TRIGGER booking_no_overlap_update BEFORE UPDATE ON booking WHEN NEW.state IN ('booked', 'checked_in') BEGIN
  SELECT RAISE(ABORT, 'seat_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.seat_id = NEW.seat_id
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-25 hours') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in') AND other.id <> OLD.id);
  SELECT RAISE(ABORT, 'person_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.person_id IN (NEW.person_id, NEW.companion_id)
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-25 hours') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in') AND other.id <> OLD.id);
  SELECT RAISE(ABORT, 'person_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.companion_id IN (NEW.person_id, NEW.companion_id)
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-25 hours') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in') AND other.id <> OLD.id);
END;

CREATE TABLE booking_event_rebuilt (
  id TEXT PRIMARY KEY,
  booking_id TEXT NOT NULL REFERENCES booking (id),
  at TEXT NOT NULL,
  actor_id TEXT,
  what TEXT NOT NULL,
  after_json TEXT NOT NULL
) STRICT;
INSERT INTO booking_event_rebuilt (rowid, id, booking_id, at, actor_id, what, after_json) SELECT rowid, id, booking_id, at, actor_id, what, after_json FROM booking_event;
DROP TABLE booking_event;
ALTER TABLE booking_event_rebuilt RENAME TO booking_event;
CREATE INDEX booking_event_by_booking ON booking_event (booking_id, at);

CREATE TABLE session_rebuilt (
  id TEXT PRIMARY KEY,
  booking_id TEXT REFERENCES booking (id),
  seat_number INTEGER,
  listener_id TEXT REFERENCES person (id),
  purpose TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
INSERT INTO session_rebuilt (
  rowid, id, booking_id, seat_number, listener_id, purpose, started_at, ended_at)
SELECT
  rowid, id, booking_id, seat_number, listener_id, purpose, started_at, ended_at
FROM session;
DROP TABLE session;
ALTER TABLE session_rebuilt RENAME TO session;
CREATE INDEX session_by_start ON session (started_at);
CREATE UNIQUE INDEX session_only_one_open ON session (ended_at IS NULL) WHERE ended_at IS NULL;
CREATE TRIGGER session_ends_after_start BEFORE UPDATE OF ended_at ON session WHEN NEW.ended_at < NEW.started_at BEGIN
  SELECT RAISE(ABORT, 'ends_before_start');
END;

CREATE TABLE note_rebuilt (
  id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call (id),
  kind TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  offset_ms INTEGER NOT NULL CHECK (offset_ms >= 0),
  issue_type_id TEXT,
  created_at TEXT NOT NULL,
  edited_at TEXT,
  removed_at TEXT
) STRICT;
INSERT INTO note_rebuilt (
  rowid, id, call_id, kind, text, offset_ms, issue_type_id, created_at, edited_at, removed_at)
SELECT
  rowid, id, call_id, kind, text, offset_ms, issue_type_id, created_at, edited_at, removed_at
FROM note;
DROP TABLE note;
ALTER TABLE note_rebuilt RENAME TO note;
CREATE INDEX note_by_call ON note (call_id, offset_ms);

CREATE TABLE note_event_rebuilt (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES note (id),
  call_id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor_id TEXT,
  what TEXT NOT NULL,
  before_json TEXT,
  undoes_event_id TEXT REFERENCES note_event (id)
) STRICT;
INSERT INTO note_event_rebuilt (
  rowid, id, note_id, call_id, at, actor_id, what, before_json, undoes_event_id)
SELECT
  rowid, id, note_id, call_id, at, actor_id, what, before_json, undoes_event_id
FROM note_event;
DROP TABLE note_event;
ALTER TABLE note_event_rebuilt RENAME TO note_event;
CREATE INDEX note_event_by_call ON note_event (call_id, id);
CREATE UNIQUE INDEX note_event_undone_once ON note_event (undoes_event_id) WHERE undoes_event_id IS NOT NULL;

CREATE TABLE draft_rebuilt (
  id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call (id),
  note_id TEXT REFERENCES note (id),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  caret INTEGER NOT NULL CHECK (caret >= 0),
  offset_ms INTEGER NOT NULL CHECK (offset_ms >= 0),
  issue_type_id TEXT,
  stored_at TEXT NOT NULL
) STRICT;
INSERT INTO draft_rebuilt (
  rowid, id, call_id, note_id, kind, text, caret, offset_ms, issue_type_id, stored_at)
SELECT
  rowid, id, call_id, note_id, kind, text, caret, offset_ms, issue_type_id, stored_at
FROM draft;
DROP TABLE draft;
ALTER TABLE draft_rebuilt RENAME TO draft;

CREATE TABLE conversation_rebuilt (
  call_id TEXT PRIMARY KEY REFERENCES call (id),
  title TEXT NOT NULL,
  pace TEXT NOT NULL,
  lines_json TEXT NOT NULL
) STRICT;
INSERT INTO conversation_rebuilt (rowid, call_id, title, pace, lines_json) SELECT rowid, call_id, title, pace, lines_json FROM conversation;
DROP TABLE conversation;
ALTER TABLE conversation_rebuilt RENAME TO conversation;

CREATE TABLE issue_type_rebuilt (
  id TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  digit INTEGER NOT NULL UNIQUE CHECK (digit BETWEEN 1 AND 9),
  limit_amount INTEGER NOT NULL CHECK (limit_amount > 0),
  limit_unit TEXT NOT NULL,
  department TEXT NOT NULL
) STRICT;
INSERT INTO issue_type_rebuilt (
  rowid, id, name_zh, name_en, digit, limit_amount, limit_unit, department)
SELECT
  rowid, id, name_zh, name_en, digit, limit_amount, limit_unit, department
FROM issue_type;
DROP TABLE issue_type;
ALTER TABLE issue_type_rebuilt RENAME TO issue_type;

CREATE TABLE ticket_rebuilt (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (title <> ''),
  issue_type_id TEXT NOT NULL,
  limit_amount INTEGER NOT NULL,
  limit_unit TEXT NOT NULL,
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 4),
  state TEXT NOT NULL,
  department TEXT NOT NULL,
  owner_name TEXT,
  opened_by TEXT,
  opened_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  answer_by TEXT,
  paused_at TEXT,
  paused_working_ms INTEGER NOT NULL DEFAULT 0,
  closed_at TEXT,
  withdrawn_at TEXT
) STRICT;
INSERT INTO ticket_rebuilt (
  number, id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, owner_name, opened_by,
  opened_at, due_at, answer_by, paused_at, paused_working_ms, closed_at, withdrawn_at)
SELECT
  number, id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, owner_name, opened_by,
  opened_at, due_at, answer_by, paused_at, paused_working_ms, closed_at, withdrawn_at
FROM ticket;
-- No number is given twice, also where the newest ticket is gone.
DELETE FROM sqlite_sequence WHERE name = 'ticket_rebuilt';
INSERT INTO sqlite_sequence (name, seq) SELECT 'ticket_rebuilt', seq FROM sqlite_sequence WHERE name = 'ticket';
DROP TABLE ticket;
ALTER TABLE ticket_rebuilt RENAME TO ticket;
CREATE INDEX ticket_by_due ON ticket (due_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_opened ON ticket (opened_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_state ON ticket (state, due_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_priority ON ticket (priority, due_at) WHERE withdrawn_at IS NULL;

CREATE TABLE ticket_event_rebuilt (
  id TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket (id),
  at TEXT NOT NULL,
  actor_name TEXT,
  what TEXT NOT NULL,
  action TEXT,
  from_state TEXT,
  to_state TEXT,
  remark TEXT,
  before_json TEXT,
  undoes_event_id TEXT REFERENCES ticket_event (id)
) STRICT;
INSERT INTO ticket_event_rebuilt (
  rowid, id, ticket_id, at, actor_name, what, action, from_state, to_state, remark, before_json, undoes_event_id)
SELECT
  rowid, id, ticket_id, at, actor_name, what, action, from_state, to_state, remark, before_json, undoes_event_id
FROM ticket_event;
DROP TABLE ticket_event;
ALTER TABLE ticket_event_rebuilt RENAME TO ticket_event;
CREATE INDEX ticket_event_by_ticket ON ticket_event (ticket_id, id);
CREATE UNIQUE INDEX ticket_event_undone_once ON ticket_event (undoes_event_id) WHERE undoes_event_id IS NOT NULL;

CREATE TABLE export_record_rebuilt (
  id TEXT PRIMARY KEY,
  format TEXT NOT NULL,
  folder TEXT NOT NULL,
  file_name TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  selection_json TEXT NOT NULL,
  scope TEXT NOT NULL,
  language TEXT NOT NULL,
  ticket_count INTEGER NOT NULL,
  sha256 TEXT,
  size_bytes INTEGER,
  created_at TEXT NOT NULL,
  delivered_at TEXT,
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO export_record_rebuilt (
  rowid, id, format, folder, file_name, state, reason, selection_json, scope, language, ticket_count, sha256,
  size_bytes, created_at, delivered_at, tries)
SELECT
  rowid, id, format, folder, file_name, state, reason, selection_json, scope, language, ticket_count, sha256,
  size_bytes, created_at, delivered_at, tries
FROM export_record;
DROP TABLE export_record;
ALTER TABLE export_record_rebuilt RENAME TO export_record;
CREATE INDEX export_record_by_created ON export_record (created_at);
`
