/** Which seats somebody was reminded of, so that nobody is reminded twice after a restart. A booking moved to another time is told anew. */
export const sql = `
CREATE TABLE told_seat (
  booking_id TEXT NOT NULL REFERENCES booking (id),
  starts_at TEXT NOT NULL,
  told_at TEXT NOT NULL,
  PRIMARY KEY (booking_id, starts_at)
) STRICT, WITHOUT ROWID;
`
