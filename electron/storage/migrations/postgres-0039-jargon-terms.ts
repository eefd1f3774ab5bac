/** The twin of 0039: what a house adds to the dictionary of jargon. Desks keep a copy. Frozen like every step. */
export const sql = `
CREATE TABLE jargon_terms (
  only_row bigint PRIMARY KEY CHECK (only_row = 1),
  terms_json json NOT NULL,
  version bigint NOT NULL
);

CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON jargon_terms FOR EACH ROW EXECUTE FUNCTION tell_feed('jargon_terms', 'only_row');
`
