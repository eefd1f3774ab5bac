/** What somebody is still to be told of their bookings. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- The place that somebody knew of a booking before somebody else changed it, until they say that they read of it. No words.
CREATE TABLE booking_news (
  person_id TEXT NOT NULL REFERENCES person (id),
  booking_id TEXT NOT NULL REFERENCES booking (id),
  event_id TEXT NOT NULL REFERENCES booking_event (id),
  seat_id TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (person_id, booking_id)
) STRICT, WITHOUT ROWID;
`
