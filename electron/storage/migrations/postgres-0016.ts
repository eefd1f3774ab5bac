/** The issue types that a new hub begins with, as a new desk does. */
export const issueTypes = `INSERT INTO issue_type (id, name_zh, name_en, digit, limit_amount, limit_unit, department) VALUES
  ('coupon', '优惠券', 'Coupon', 1, 4, 'hours', '营销部'),
  ('unclear_description', '商品说明不清', 'Unclear product description', 2, 2, 'days', '商品运营部'),
  ('delivery', '配送安装', 'Delivery and installation', 3, 1, 'days', '物流部'),
  ('product_improvement', '商品优化', 'Product improvement', 4, 15, 'days', '采销部'),
  ('packaging', '包装改善', 'Packaging improvement', 5, 15, 'days', '包装中心'),
  ('service_policy', '服务政策', 'Service policy', 6, 30, 'days', '服务政策部'),
  ('brand_partner', '品牌方', 'Brand partner', 7, 20, 'days', '品牌合作部');`

/**
 * The first schema of a hub: what the desk's steps 1 to 16 come to, as PostgreSQL says it. Frozen: it imports nothing of ours and never
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

CREATE TABLE calendar_year (
  year bigint PRIMARY KEY,
  days_json json,
  version bigint NOT NULL
);

CREATE TABLE issue_type (
  id plain PRIMARY KEY,
  name_zh plain NOT NULL,
  name_en plain NOT NULL,
  digit bigint NOT NULL UNIQUE CHECK (digit BETWEEN 1 AND 9),
  limit_amount bigint NOT NULL CHECK (limit_amount > 0),
  limit_unit plain NOT NULL,
  department plain NOT NULL,
  version bigint NOT NULL DEFAULT 0
);

-- Of every desk: that one desk has one session open is for the desk to see to.
CREATE TABLE session (
  rowid bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id plain PRIMARY KEY,
  booking_id plain REFERENCES booking (id),
  seat_number bigint,
  listener_id plain REFERENCES person (id),
  purpose plain NOT NULL,
  started_at plain NOT NULL,
  ended_at plain,
  CONSTRAINT ends_before_start CHECK (ended_at >= started_at)
);
CREATE INDEX session_by_start ON session (started_at);
CREATE INDEX session_by_listener ON session (listener_id, started_at);

CREATE TABLE call (
  rowid bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id plain PRIMARY KEY,
  session_id plain NOT NULL REFERENCES session (id),
  number bigint NOT NULL,
  reference plain,
  started_at plain NOT NULL,
  ended_at plain,
  session_ms bigint NOT NULL DEFAULT 0,
  UNIQUE (session_id, number),
  CONSTRAINT ends_before_start CHECK (ended_at >= started_at)
);
CREATE UNIQUE INDEX call_only_one_open ON call (session_id) WHERE ended_at IS NULL;
CREATE INDEX call_by_reference ON call (reference) WHERE reference IS NOT NULL;

CREATE TABLE listening_gap (
  session_id plain NOT NULL REFERENCES session (id),
  from_ms bigint NOT NULL CHECK (from_ms >= 0),
  to_ms bigint NOT NULL CHECK (to_ms > from_ms),
  reason plain NOT NULL,
  PRIMARY KEY (session_id, from_ms)
);

CREATE TABLE note (
  rowid bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id plain PRIMARY KEY,
  call_id plain NOT NULL REFERENCES call (id),
  kind plain NOT NULL,
  text plain NOT NULL CHECK (text <> ''),
  offset_ms bigint NOT NULL CHECK (offset_ms >= 0),
  issue_type_id plain,
  created_at plain NOT NULL,
  edited_at plain,
  removed_at plain,
  version bigint NOT NULL DEFAULT 0
);
CREATE INDEX note_by_call ON note (call_id, offset_ms);

CREATE TABLE note_event (
  rowid bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id plain PRIMARY KEY,
  note_id plain NOT NULL REFERENCES note (id),
  call_id plain NOT NULL,
  at plain NOT NULL,
  actor_id plain,
  what plain NOT NULL,
  before_json json,
  undoes_event_id plain REFERENCES note_event (id)
);
CREATE INDEX note_event_by_call ON note_event (call_id, rowid);
CREATE UNIQUE INDEX note_event_undone_once ON note_event (undoes_event_id) WHERE undoes_event_id IS NOT NULL;

CREATE TABLE conversation (
  call_id plain PRIMARY KEY REFERENCES call (id),
  title plain NOT NULL,
  pace plain NOT NULL,
  lines_json json NOT NULL
);

CREATE TABLE ticket (
  number bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  id plain NOT NULL UNIQUE,
  title plain NOT NULL CHECK (title <> ''),
  issue_type_id plain NOT NULL,
  limit_amount bigint NOT NULL,
  limit_unit plain NOT NULL,
  priority bigint NOT NULL CHECK (priority BETWEEN 1 AND 4),
  state plain NOT NULL,
  department plain NOT NULL,
  owner_name plain,
  opened_by plain,
  opened_at plain NOT NULL,
  due_at plain NOT NULL,
  answer_by plain,
  paused_at plain,
  paused_working_ms bigint NOT NULL DEFAULT 0,
  closed_at plain,
  withdrawn_at plain,
  version bigint NOT NULL DEFAULT 0
);
CREATE INDEX ticket_by_due ON ticket (due_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_opened ON ticket (opened_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_state ON ticket (state, due_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_priority ON ticket (priority, due_at) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_owner ON ticket (owner_name) WHERE owner_name IS NOT NULL;

CREATE TABLE ticket_quote (
  ticket_id plain NOT NULL REFERENCES ticket (id),
  note_id plain NOT NULL REFERENCES note (id),
  position bigint NOT NULL,
  PRIMARY KEY (ticket_id, note_id),
  CONSTRAINT ticket_quote_note_id UNIQUE (note_id)
);

CREATE TABLE ticket_event (
  rowid bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id plain PRIMARY KEY,
  ticket_id plain NOT NULL REFERENCES ticket (id),
  at plain NOT NULL,
  actor_name plain,
  what plain NOT NULL,
  action plain,
  from_state plain,
  to_state plain,
  remark plain,
  before_json json,
  undoes_event_id plain REFERENCES ticket_event (id)
);
CREATE INDEX ticket_event_by_ticket ON ticket_event (ticket_id, rowid);
CREATE UNIQUE INDEX ticket_event_undone_once ON ticket_event (undoes_event_id) WHERE undoes_event_id IS NOT NULL;

-- The ledger of files. Each is in the hands of the desk that was asked for it, which makes and delivers it; whoever asks finds all of them.
CREATE TABLE export_record (
  rowid bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id plain PRIMARY KEY,
  desk_id plain,
  format plain NOT NULL,
  folder plain NOT NULL,
  file_name plain NOT NULL,
  state plain NOT NULL,
  reason plain,
  selection_json json NOT NULL,
  scope plain NOT NULL,
  language plain NOT NULL,
  ticket_count bigint NOT NULL,
  sha256 plain,
  size_bytes bigint,
  created_at plain NOT NULL,
  delivered_at plain,
  tries bigint NOT NULL DEFAULT 0,
  exported_by plain,
  choice_json json,
  last_ticket_event_id plain,
  last_note_event_id plain,
  told_tickets bigint NOT NULL DEFAULT 0
);
CREATE INDEX export_record_by_folder ON export_record (folder);
CREATE INDEX export_record_in_hand ON export_record (desk_id, state) WHERE state <> 'delivered' OR told_tickets < ticket_count;

-- How many tickets there are of each state, priority, type and department, withdrawn ones left out. A connection counts in a slot that it
-- seldom shares, so that two who open tickets of one kind do not wait for each other; the sum is what counts, one slot may be below 0.
CREATE TABLE ticket_tally (
  state plain NOT NULL,
  priority bigint NOT NULL,
  issue_type_id plain NOT NULL,
  department plain NOT NULL,
  slot bigint NOT NULL,
  tickets bigint NOT NULL,
  PRIMARY KEY (state, priority, issue_type_id, department, slot)
);
CREATE FUNCTION tally_ticket(one ticket, more bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO ticket_tally (state, priority, issue_type_id, department, slot, tickets)
    SELECT one.state, one.priority, one.issue_type_id, one.department, pg_backend_pid() % 16, more WHERE one.withdrawn_at IS NULL
    ON CONFLICT (state, priority, issue_type_id, department, slot) DO UPDATE SET tickets = ticket_tally.tickets + excluded.tickets
$$;
CREATE FUNCTION keep_ticket_tally() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM tally_ticket(OLD, -1); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM tally_ticket(NEW, 1); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ticket_tally AFTER INSERT OR DELETE ON ticket FOR EACH ROW EXECUTE FUNCTION keep_ticket_tally();
CREATE TRIGGER ticket_tally_update AFTER UPDATE ON ticket FOR EACH ROW
  WHEN ((OLD.state, OLD.priority, OLD.issue_type_id, OLD.department, OLD.withdrawn_at IS NULL)
    IS DISTINCT FROM (NEW.state, NEW.priority, NEW.issue_type_id, NEW.department, NEW.withdrawn_at IS NULL))
  EXECUTE FUNCTION keep_ticket_tally();

-- How many sessions each person listened to; '': nobody is named. No session goes, and none gets another listener.
CREATE TABLE session_tally (
  listener_id plain PRIMARY KEY,
  sessions bigint NOT NULL
);
CREATE FUNCTION keep_session_tally() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO session_tally (listener_id, sessions) VALUES (coalesce(NEW.listener_id, ''), 1)
    ON CONFLICT (listener_id) DO UPDATE SET sessions = session_tally.sessions + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER session_tally AFTER INSERT ON session FOR EACH ROW EXECUTE FUNCTION keep_session_tally();

${issueTypes}
`
