/** Each side of a swap that came to nothing reads of it for itself. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE read_swap (
  swap_id TEXT NOT NULL REFERENCES booking_swap (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  read_at TEXT NOT NULL,
  PRIMARY KEY (swap_id, person_id)
) STRICT, WITHOUT ROWID;

-- Whoever was asked is told of its end, too.
CREATE INDEX booking_swap_by_other ON booking_swap (other_id);

-- Until now reading of an end made it withdrawn, and so did taking back what had been done for both: of these nobody is told.
INSERT INTO read_swap (swap_id, person_id, read_at)
  SELECT DISTINCT booking_swap.id, person.id, coalesce(answered_at, asked_at) FROM booking_swap
    JOIN booking ON booking.id IN (booking_id, other_id) JOIN person ON person.id IN (booking.person_id, booked_by_id)
    WHERE booking_swap.state = 'withdrawn';
`
