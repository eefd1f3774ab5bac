/** What somebody was told of a seat: each kind of reminder, and of which place. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- One row of each kind: the place that was told last. Moved to another seat or time, a booking is told anew.
CREATE TABLE told_place (
  booking_id TEXT NOT NULL REFERENCES booking (id),
  kind TEXT NOT NULL,
  seat_id TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  told_at TEXT NOT NULL,
  PRIMARY KEY (booking_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO told_place (booking_id, kind, seat_id, starts_at, told_at)
  SELECT booking_id, 'quarter', seat_id, told.starts_at, told_at FROM told_seat told JOIN booking ON booking.id = booking_id
  WHERE told.starts_at = (SELECT max(starts_at) FROM told_seat last WHERE last.booking_id = told.booking_id);
DROP TABLE told_seat;
ALTER TABLE told_place RENAME TO told_seat;
`
