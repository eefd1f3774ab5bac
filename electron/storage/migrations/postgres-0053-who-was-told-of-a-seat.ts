/** The twin of the desk's step. A hub reminds nobody: there is nothing to carry over. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
DROP TABLE told_seat;
CREATE TABLE told_seat (
  booking_id plain NOT NULL REFERENCES booking (id),
  person_id plain NOT NULL REFERENCES person (id),
  kind plain NOT NULL,
  seat_id plain NOT NULL,
  starts_at plain NOT NULL,
  told_at plain NOT NULL,
  PRIMARY KEY (booking_id, person_id, kind)
);
`
