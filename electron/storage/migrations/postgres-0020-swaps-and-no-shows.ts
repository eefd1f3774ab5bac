/** The twin of the desk's step. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
ALTER TABLE booking ADD COLUMN sat_by_id plain, ADD COLUMN walk_up_of plain;
CREATE INDEX booking_awaited ON booking (starts_at) WHERE state = 'booked';
CREATE INDEX booking_missed ON booking (starts_at) WHERE state IN ('no_show', 'excused');
ALTER TABLE booking_event ADD COLUMN other_booking_id plain REFERENCES booking (id);

CREATE TABLE booking_swap (
  id plain PRIMARY KEY,
  booking_id plain NOT NULL REFERENCES booking (id),
  booking_version bigint NOT NULL,
  other_id plain NOT NULL REFERENCES booking (id) CHECK (other_id <> booking_id),
  other_version bigint NOT NULL,
  asked_at plain NOT NULL,
  asked_by plain,
  reason plain NOT NULL,
  state plain NOT NULL,
  answered_at plain,
  answered_by plain
);
CREATE INDEX booking_swap_open ON booking_swap (booking_id) WHERE state = 'open';
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON booking_swap FOR EACH ROW EXECUTE FUNCTION tell_feed('booking_swap');

CREATE TABLE no_show_watch (
  only_row bigint PRIMARY KEY CHECK (only_row = 1),
  since plain NOT NULL
);
`
