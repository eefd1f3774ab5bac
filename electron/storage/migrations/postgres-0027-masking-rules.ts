/** The twin of 0027: what a company masks beside personal data. Desks keep a copy. Frozen like every step. */
export const sql = `
CREATE TABLE masking_rules (
  only_row bigint PRIMARY KEY CHECK (only_row = 1),
  rules_json json NOT NULL,
  hides_orders bigint NOT NULL,
  version bigint NOT NULL
);

CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON masking_rules FOR EACH ROW EXECUTE FUNCTION tell_feed('masking_rules', 'only_row');
`
