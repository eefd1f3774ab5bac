/** The twin of 0019: who made a booking, what belongs together, and who may book for whom. Frozen like every step. */
export const sql = `
ALTER TABLE booking ADD COLUMN booked_by_id plain, ADD COLUMN series_id plain;
CREATE INDEX booking_by_booker ON booking (booked_by_id, starts_at) WHERE booked_by_id IS NOT NULL;
CREATE INDEX booking_by_series ON booking (series_id, starts_at) WHERE series_id IS NOT NULL;
UPDATE booking SET booked_by_id = (SELECT actor_id FROM booking_event event WHERE event.booking_id = booking.id
  ORDER BY at, event.rowid LIMIT 1);

CREATE TABLE delegation (
  person_id plain NOT NULL REFERENCES person (id),
  booker_id plain NOT NULL REFERENCES person (id) CHECK (booker_id <> person_id),
  given_at plain NOT NULL,
  given_by plain,
  PRIMARY KEY (person_id, booker_id)
);
CREATE INDEX delegation_by_booker ON delegation (booker_id);
CREATE TRIGGER feed AFTER INSERT OR DELETE ON delegation FOR EACH ROW EXECUTE FUNCTION tell_feed('delegation');
`
