/** Who was told of a seat: of two people at one desk each is reminded. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE told_person (
  booking_id TEXT NOT NULL REFERENCES booking (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  seat_id TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  told_at TEXT NOT NULL,
  PRIMARY KEY (booking_id, person_id, kind)
) STRICT, WITHOUT ROWID;
-- Which of the two it was, nobody knows any more: neither is told again.
INSERT INTO told_person (booking_id, person_id, kind, seat_id, starts_at, told_at)
  SELECT booking_id, person.id, kind, told.seat_id, told.starts_at, told_at FROM told_seat told
  JOIN booking ON booking.id = booking_id JOIN person ON person.id IN (person_id, companion_id);
DROP TABLE told_seat;
ALTER TABLE told_person RENAME TO told_seat;
`
