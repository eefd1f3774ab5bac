/** Who made a booking, what belongs together, and who may book for whom. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- Who sat at the desk; NULL: nobody had said who they are. Perhaps somebody this database does not know.
ALTER TABLE booking ADD COLUMN booked_by_id TEXT;
-- The same for all bookings that were made as one series.
ALTER TABLE booking ADD COLUMN series_id TEXT;
CREATE INDEX booking_by_booker ON booking (booked_by_id, starts_at) WHERE booked_by_id IS NOT NULL;
CREATE INDEX booking_by_series ON booking (series_id, starts_at) WHERE series_id IS NOT NULL;
UPDATE booking SET booked_by_id = (SELECT actor_id FROM booking_event event WHERE event.booking_id = booking.id
  ORDER BY at, event.rowid LIMIT 1)
WHERE EXISTS (SELECT 1 FROM booking_event event WHERE event.booking_id = booking.id);

-- Until it is taken back, the booker books for the person.
CREATE TABLE delegation (
  person_id TEXT NOT NULL REFERENCES person (id),
  booker_id TEXT NOT NULL REFERENCES person (id) CHECK (booker_id <> person_id),
  given_at TEXT NOT NULL,
  given_by TEXT,
  PRIMARY KEY (person_id, booker_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX delegation_by_booker ON delegation (booker_id);
`
