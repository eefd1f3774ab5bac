/** Two who change places, who did not come, and who sat instead. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- Who sat down in the place of whoever booked; NULL: they came themselves. And the no-show whose rest this is. Neither is looked for at a desk that keeps a
-- copy: what they name may come later, or never.
ALTER TABLE booking ADD COLUMN sat_by_id TEXT;
ALTER TABLE booking ADD COLUMN walk_up_of TEXT;
-- Who is still expected, and who was missed: few, whatever there is beside them.
CREATE INDEX booking_awaited ON booking (starts_at) WHERE state = 'booked';
CREATE INDEX booking_missed ON booking (starts_at) WHERE state IN ('no_show', 'excused');

-- Of a swap: the other booking.
ALTER TABLE booking_event ADD COLUMN other_booking_id TEXT REFERENCES booking (id);

-- Open until it is answered, or until either booking is another version or begins.
CREATE TABLE booking_swap (
  id TEXT PRIMARY KEY,
  booking_id TEXT NOT NULL REFERENCES booking (id),
  booking_version INTEGER NOT NULL,
  other_id TEXT NOT NULL REFERENCES booking (id) CHECK (other_id <> booking_id),
  other_version INTEGER NOT NULL,
  asked_at TEXT NOT NULL,
  asked_by TEXT,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  answered_at TEXT,
  answered_by TEXT
) STRICT;
CREATE INDEX booking_swap_open ON booking_swap (booking_id) WHERE state = 'open';

-- Whoever did not come before this was not told that it would count.
CREATE TABLE no_show_watch (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  since TEXT NOT NULL
) STRICT;
`
