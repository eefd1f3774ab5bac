/** The twin of the desk's step. Read at one desk of a person, it is told to their others. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
CREATE TABLE own_news (
  person_id plain NOT NULL REFERENCES person (id),
  kind plain NOT NULL,
  of_id plain NOT NULL,
  known plain NOT NULL,
  at plain NOT NULL,
  by_id plain REFERENCES person (id),
  PRIMARY KEY (person_id, kind, of_id)
);
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON own_news FOR EACH ROW EXECUTE FUNCTION tell_feed('own_news');
`
