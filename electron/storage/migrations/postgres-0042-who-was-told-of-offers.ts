/** The twin of the desk's step. Who was told is asked of the hub alone. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE told_offer (
  offer_id plain NOT NULL REFERENCES waitlist_offer (id),
  person_id plain NOT NULL REFERENCES person (id),
  told_at plain NOT NULL,
  PRIMARY KEY (offer_id, person_id)
);

CREATE INDEX booking_swap_by_booking ON booking_swap (booking_id);
`
