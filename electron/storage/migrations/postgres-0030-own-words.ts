/** The twin of 0030: what a house adds to what the life channel hears. Desks keep a copy. Frozen like every step. */
export const sql = `
CREATE TABLE life_words (
  only_row bigint PRIMARY KEY CHECK (only_row = 1),
  words_json json NOT NULL,
  version bigint NOT NULL
);

CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON life_words FOR EACH ROW EXECUTE FUNCTION tell_feed('life_words', 'only_row');
`
