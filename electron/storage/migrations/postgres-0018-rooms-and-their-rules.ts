/**
 * The twin of the desk's step, on the rows that are there: a hub of the version before goes on with the first room, and its hours. Frozen: it
 * imports nothing of ours and never changes after it shipped.
 */
export const sql = `
ALTER TABLE room
  DROP CONSTRAINT room_pkey,
  ALTER COLUMN only_row DROP NOT NULL,
  ADD COLUMN id plain NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001' PRIMARY KEY,
  ADD COLUMN name plain NOT NULL DEFAULT '',
  ADD COLUMN coordinator_id plain,
  ADD COLUMN rules_json json,
  ADD COLUMN removed_at plain,
  ADD CONSTRAINT room_only_row UNIQUE (only_row);
ALTER TABLE seat ADD COLUMN room_id plain NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001' REFERENCES room (id);
DROP INDEX seat_number;
CREATE UNIQUE INDEX seat_number ON seat (room_id, number) WHERE removed_at IS NULL;
DROP TRIGGER feed ON room;
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON room FOR EACH ROW EXECUTE FUNCTION tell_feed('room', 'id');
`
