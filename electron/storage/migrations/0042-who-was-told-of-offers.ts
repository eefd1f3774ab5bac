/** A held place is told to each who may answer, and swaps are found by their booking. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- Each who was told. An offer with a told_at of its own needs no telling at all: it was told before this, or whoever answers it brought it about.
CREATE TABLE told_offer (
  offer_id TEXT NOT NULL REFERENCES waitlist_offer (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  told_at TEXT NOT NULL,
  PRIMARY KEY (offer_id, person_id)
) STRICT, WITHOUT ROWID;

-- The index there was knows only those that are open: what came to nothing is told, too.
CREATE INDEX booking_swap_by_booking ON booking_swap (booking_id);
`
