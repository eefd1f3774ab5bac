/** The twin of 0037: what a hub knew and deleted, by its name alone, so that what it never knew is told from it. Desks keep a copy of what is kept. Frozen like every step. */
export const sql = `
-- A note or thanks by its id; a reference or a conversation as its word and the id of its call.
CREATE TABLE known_gone (
  id plain PRIMARY KEY,
  -- Of a note: as which it went.
  version bigint NOT NULL,
  -- Of a note: as which kind words_gone counts it; null where it does not.
  counted_as plain
);

DROP TRIGGER feed ON retention_keep;
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON retention_keep FOR EACH ROW EXECUTE FUNCTION tell_feed('retention_keep', 'session_id');
-- Told to desks that have a copy of everything else.
UPDATE retention_keep SET at = at;
`
