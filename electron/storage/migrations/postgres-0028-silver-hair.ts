/** The twin of 0028: the lens of calls with old callers. Frozen like every step. */
export const sql = `
CREATE TABLE silver_hair (
  call_id plain PRIMARY KEY REFERENCES call (id),
  mark plain NOT NULL,
  origin plain NOT NULL,
  marked_at plain NOT NULL,
  pace plain,
  tone plain,
  volume plain,
  dialect plain,
  effort bigint CHECK (effort BETWEEN 1 AND 5),
  operation plain,
  help plain,
  told_first bigint CHECK (told_first IN (0, 1)),
  jargon_json json NOT NULL,
  version bigint NOT NULL,
  -- The referee of «never done for the caller». Another operation is another constraint, in a step of its own.
  CONSTRAINT silver_hair_property CHECK (help IS DISTINCT FROM 'for_caller'
    OR operation IS NULL OR operation NOT IN ('return', 'refund', 'price_protection', 'payment', 'credit'))
);

CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON silver_hair FOR EACH ROW EXECUTE FUNCTION tell_feed('silver_hair');
`
