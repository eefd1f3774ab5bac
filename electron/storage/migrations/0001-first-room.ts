/** The first schema. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  department TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('listener', 'note_taker', 'coordinator')),
  employee_number TEXT,
  email TEXT,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX person_employee_number ON person (employee_number) WHERE employee_number IS NOT NULL AND removed_at IS NULL;

CREATE TABLE room (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  opens_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  slot_minutes INTEGER NOT NULL CHECK (slot_minutes IN (15, 30, 60)),
  time_zone TEXT NOT NULL
) STRICT;

CREATE TABLE seat (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX seat_number ON seat (number) WHERE removed_at IS NULL;

CREATE TABLE booking (
  id TEXT PRIMARY KEY,
  seat_id TEXT NOT NULL REFERENCES seat (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  companion_id TEXT REFERENCES person (id) CHECK (companion_id <> person_id),
  purpose TEXT NOT NULL CHECK (purpose IN ('listen', 'answer')),
  starts_at TEXT NOT NULL CHECK (length(starts_at) = 24),
  -- Never longer than a day: so whoever asks what overlaps looks back one day in an index, not to the beginning of time.
  ends_at TEXT NOT NULL CHECK (length(ends_at) = 24 AND ends_at > starts_at
    AND ends_at <= strftime('%Y-%m-%dT%H:%M:%fZ', starts_at, '+1 day')),
  state TEXT NOT NULL CHECK (state IN ('booked', 'checked_in', 'done', 'cancelled')),
  checked_in_at TEXT,
  version INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX booking_by_seat ON booking (seat_id, starts_at);
CREATE INDEX booking_by_person ON booking (person_id, starts_at);
CREATE INDEX booking_by_companion ON booking (companion_id, starts_at) WHERE companion_id IS NOT NULL;
CREATE INDEX booking_by_start ON booking (starts_at);

-- The referee: two bookings that hold a place (booked, checked in) never overlap on a seat, nor for a person, whether that
-- person listens or sits beside. An end that is the other's start does not overlap.
CREATE TRIGGER booking_no_overlap_insert BEFORE INSERT ON booking WHEN NEW.state IN ('booked', 'checked_in') BEGIN
  SELECT RAISE(ABORT, 'seat_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.seat_id = NEW.seat_id
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-1 day') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in'));
  SELECT RAISE(ABORT, 'person_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.person_id IN (NEW.person_id, NEW.companion_id)
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-1 day') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in'));
  SELECT RAISE(ABORT, 'person_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.companion_id IN (NEW.person_id, NEW.companion_id)
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-1 day') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in'));
END;
CREATE TRIGGER booking_no_overlap_update BEFORE UPDATE ON booking WHEN NEW.state IN ('booked', 'checked_in') BEGIN
  SELECT RAISE(ABORT, 'seat_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.seat_id = NEW.seat_id
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-1 day') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in') AND other.id <> OLD.id);
  SELECT RAISE(ABORT, 'person_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.person_id IN (NEW.person_id, NEW.companion_id)
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-1 day') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in') AND other.id <> OLD.id);
  SELECT RAISE(ABORT, 'person_taken') WHERE EXISTS (
    SELECT 1 FROM booking other WHERE other.companion_id IN (NEW.person_id, NEW.companion_id)
      AND other.starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.starts_at, '-1 day') AND other.starts_at < NEW.ends_at
      AND other.ends_at > NEW.starts_at AND other.state IN ('booked', 'checked_in') AND other.id <> OLD.id);
END;

CREATE TABLE booking_event (
  id TEXT PRIMARY KEY,
  booking_id TEXT NOT NULL REFERENCES booking (id),
  at TEXT NOT NULL,
  actor_id TEXT,
  what TEXT NOT NULL CHECK (what IN ('reserved', 'rescheduled', 'edited', 'cancelled', 'restored', 'checked_in', 'done')),
  after_json TEXT NOT NULL
) STRICT;
CREATE INDEX booking_event_by_booking ON booking_event (booking_id, at);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  booking_id TEXT REFERENCES booking (id),
  seat_number INTEGER,
  listener_id TEXT REFERENCES person (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('listen', 'answer')),
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX session_by_start ON session (started_at);
CREATE UNIQUE INDEX session_only_one_open ON session (ended_at IS NULL) WHERE ended_at IS NULL;

CREATE TABLE call (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id),
  number INTEGER NOT NULL,
  reference TEXT,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  UNIQUE (session_id, number)
) STRICT;
CREATE UNIQUE INDEX call_only_one_open ON call (session_id) WHERE ended_at IS NULL;
CREATE INDEX call_by_reference ON call (reference) WHERE reference IS NOT NULL;

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  call_id TEXT NOT NULL REFERENCES call (id),
  kind TEXT NOT NULL CHECK (kind IN ('voice', 'view', 'praise', 'risk')),
  text TEXT NOT NULL CHECK (text <> ''),
  offset_ms INTEGER NOT NULL CHECK (offset_ms >= 0),
  issue_type_id TEXT,
  created_at TEXT NOT NULL,
  edited_at TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX note_by_call ON note (call_id, offset_ms);

CREATE TABLE note_event (
  id TEXT PRIMARY KEY,
  note_id TEXT NOT NULL REFERENCES note (id),
  call_id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor_id TEXT,
  what TEXT NOT NULL CHECK (what IN ('added', 'edited', 'removed', 'undone')),
  before_json TEXT,
  undoes_event_id TEXT REFERENCES note_event (id)
) STRICT;
CREATE INDEX note_event_by_call ON note_event (call_id, id);
CREATE UNIQUE INDEX note_event_undone_once ON note_event (undoes_event_id) WHERE undoes_event_id IS NOT NULL;

CREATE TABLE draft (
  call_id TEXT PRIMARY KEY REFERENCES call (id),
  note_id TEXT REFERENCES note (id),
  kind TEXT NOT NULL CHECK (kind IN ('voice', 'view', 'praise', 'risk')),
  text TEXT NOT NULL,
  caret INTEGER NOT NULL CHECK (caret >= 0),
  offset_ms INTEGER NOT NULL CHECK (offset_ms >= 0),
  issue_type_id TEXT,
  stored_at TEXT NOT NULL
) STRICT;

CREATE TABLE conversation (
  call_id TEXT PRIMARY KEY REFERENCES call (id),
  title TEXT NOT NULL,
  pace TEXT NOT NULL CHECK (pace IN ('recorded', 'estimated')),
  lines_json TEXT NOT NULL
) STRICT;

CREATE TABLE issue_type (
  id TEXT PRIMARY KEY,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL,
  digit INTEGER NOT NULL UNIQUE CHECK (digit BETWEEN 1 AND 9),
  limit_amount INTEGER NOT NULL CHECK (limit_amount > 0),
  limit_unit TEXT NOT NULL CHECK (limit_unit IN ('minutes', 'hours', 'days')),
  department TEXT NOT NULL
) STRICT;
INSERT INTO issue_type (id, name_zh, name_en, digit, limit_amount, limit_unit, department) VALUES
  ('coupon', '优惠券', 'Coupon', 1, 4, 'hours', '营销部'),
  ('unclear_description', '商品说明不清', 'Unclear product description', 2, 2, 'days', '商品运营部'),
  ('delivery', '配送安装', 'Delivery and installation', 3, 1, 'days', '物流部'),
  ('product_improvement', '商品优化', 'Product improvement', 4, 15, 'days', '采销部'),
  ('packaging', '包装改善', 'Packaging improvement', 5, 15, 'days', '包装中心'),
  ('service_policy', '服务政策', 'Service policy', 6, 30, 'days', '服务政策部'),
  ('brand_partner', '品牌方', 'Brand partner', 7, 20, 'days', '品牌合作部');

CREATE TABLE ticket (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (title <> ''),
  issue_type_id TEXT NOT NULL,
  limit_amount INTEGER NOT NULL,
  limit_unit TEXT NOT NULL,
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 4),
  state TEXT NOT NULL CHECK (state IN ('unclaimed', 'in_progress', 'awaiting_information', 'awaiting_third_party',
    'resolved', 'called_back', 'closed', 'rejected')),
  department TEXT NOT NULL,
  owner_name TEXT,
  opened_by TEXT,
  opened_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  answer_by TEXT,
  paused_at TEXT,
  paused_working_ms INTEGER NOT NULL DEFAULT 0,
  closed_at TEXT,
  withdrawn_at TEXT,
  CHECK ((paused_at IS NOT NULL) = (state IN ('awaiting_information', 'awaiting_third_party')))
) STRICT;
CREATE INDEX ticket_by_due ON ticket (due_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_opened ON ticket (opened_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_state ON ticket (state, due_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_priority ON ticket (priority, due_at) WHERE withdrawn_at IS NULL;

CREATE TABLE ticket_quote (
  ticket_id TEXT NOT NULL REFERENCES ticket (id),
  note_id TEXT NOT NULL UNIQUE REFERENCES note (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (ticket_id, note_id)
) STRICT;

CREATE TABLE ticket_event (
  id TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket (id),
  at TEXT NOT NULL,
  actor_name TEXT,
  what TEXT NOT NULL CHECK (what IN ('opened', 'edited', 'moved', 'quote_added', 'quote_removed', 'exported', 'withdrawn')),
  action TEXT,
  from_state TEXT,
  to_state TEXT,
  remark TEXT
) STRICT;
CREATE INDEX ticket_event_by_ticket ON ticket_event (ticket_id, id);

-- One row per ticket, rowid = ticket.number: title and quotes, every character a word of its own, so that a phrase finds
-- Chinese words of any length, one character included.
CREATE VIRTUAL TABLE ticket_search USING fts5 (characters, tokenize = "unicode61 remove_diacritics 0", content = '', contentless_delete = 1);

CREATE TABLE export_record (
  id TEXT PRIMARY KEY,
  format TEXT NOT NULL CHECK (format IN ('csv', 'xlsx', 'markdown')),
  folder TEXT NOT NULL,
  file_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('preparing', 'delivering', 'waiting', 'delivered', 'cancelled', 'failed')),
  reason TEXT,
  selection_json TEXT NOT NULL,
  scope TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
  ticket_count INTEGER NOT NULL,
  sha256 TEXT,
  size_bytes INTEGER,
  created_at TEXT NOT NULL,
  delivered_at TEXT,
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX export_record_by_created ON export_record (created_at);
`
