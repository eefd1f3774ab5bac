/** The twin of 0033: how long words are kept. Desks keep a copy of the rules and of what went, by which they let go of theirs. Frozen like every step. */
export const sql = `
CREATE TABLE retention_rules (
  only_row bigint PRIMARY KEY CHECK (only_row = 1),
  rules_json json NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE retention_keep (
  session_id plain PRIMARY KEY REFERENCES session (id),
  reason plain NOT NULL,
  until plain,
  at plain NOT NULL,
  actor_id plain
);

CREATE TABLE words_gone (
  id plain PRIMARY KEY,
  kind plain NOT NULL,
  session_id plain,
  kept_until plain NOT NULL,
  gone_at plain NOT NULL,
  voice bigint NOT NULL,
  view bigint NOT NULL,
  praise bigint NOT NULL,
  risk bigint NOT NULL,
  thanks bigint NOT NULL,
  conversations bigint NOT NULL
);
CREATE INDEX words_gone_by_session ON words_gone (session_id);

CREATE TABLE retention_ledger (
  id plain PRIMARY KEY,
  kind plain NOT NULL,
  days bigint NOT NULL,
  begun_at plain NOT NULL,
  at plain NOT NULL,
  items bigint NOT NULL,
  words bigint NOT NULL
);
CREATE INDEX retention_ledger_by_time ON retention_ledger (at);

CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON retention_rules FOR EACH ROW EXECUTE FUNCTION tell_feed('retention_rules', 'only_row');
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON retention_keep FOR EACH ROW EXECUTE FUNCTION tell_feed('retention_keep');
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON words_gone FOR EACH ROW EXECUTE FUNCTION tell_feed('words_gone', 'id');
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON retention_ledger FOR EACH ROW EXECUTE FUNCTION tell_feed('retention_ledger');
`
