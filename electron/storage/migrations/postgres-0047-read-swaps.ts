/** The twin of the desk's step. Who read is asked of the hub alone. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE read_swap (
  swap_id plain NOT NULL REFERENCES booking_swap (id),
  person_id plain NOT NULL REFERENCES person (id),
  read_at plain NOT NULL,
  PRIMARY KEY (swap_id, person_id)
);

CREATE INDEX booking_swap_by_other ON booking_swap (other_id);

INSERT INTO read_swap (swap_id, person_id, read_at)
  SELECT DISTINCT booking_swap.id, person.id, coalesce(answered_at, asked_at) FROM booking_swap
    JOIN booking ON booking.id IN (booking_id, other_id) JOIN person ON person.id IN (booking.person_id, booked_by_id)
    WHERE booking_swap.state = 'withdrawn';
`
