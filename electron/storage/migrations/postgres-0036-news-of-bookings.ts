/** The twin of the desk's step. Read at one desk of a person, it is told to their others. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE booking_news (
  person_id plain NOT NULL REFERENCES person (id),
  booking_id plain NOT NULL REFERENCES booking (id),
  event_id plain NOT NULL REFERENCES booking_event (id),
  seat_id plain NOT NULL,
  starts_at plain NOT NULL,
  ends_at plain NOT NULL,
  state plain NOT NULL,
  PRIMARY KEY (person_id, booking_id)
);
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON booking_news FOR EACH ROW EXECUTE FUNCTION tell_feed('booking_news');
`
