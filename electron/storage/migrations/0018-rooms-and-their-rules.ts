/**
 * Rooms, plural, and rules of a room that begin on a day. Frozen: it imports nothing of ours and never changes after it shipped.
 *
 * The room that was is the first one, with the same id in every house. Its hours stand in its row as before, and count as long as it has
 * no rules: `rules_json` holds them all with the day on which each begins, or null.
 */
export const sql = `
CREATE TABLE room_rebuilt (
  id TEXT PRIMARY KEY DEFAULT '00000000-0000-7000-8000-000000000001',
  -- 1: the first room. Others have none.
  only_row INTEGER UNIQUE CHECK (only_row = 1),
  name TEXT NOT NULL DEFAULT '',
  opens_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  slot_minutes INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  coordinator_id TEXT,
  rules_json TEXT,
  removed_at TEXT,
  version INTEGER NOT NULL DEFAULT 0
) STRICT;
-- A seat stands in a room, also where somebody laid seats alone.
INSERT INTO room (only_row, opens_at, closes_at, slot_minutes, time_zone)
SELECT 1, '09:00', '21:00', 30, 'Asia/Shanghai' WHERE EXISTS (SELECT 1 FROM seat) AND NOT EXISTS (SELECT 1 FROM room);
INSERT INTO room_rebuilt (rowid, only_row, opens_at, closes_at, slot_minutes, time_zone, version)
SELECT rowid, only_row, opens_at, closes_at, slot_minutes, time_zone, version FROM room;
DROP TABLE room;
ALTER TABLE room_rebuilt RENAME TO room;

CREATE TABLE seat_rebuilt (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
  removed_at TEXT,
  room_id TEXT NOT NULL DEFAULT '00000000-0000-7000-8000-000000000001' REFERENCES room (id)
) STRICT;
INSERT INTO seat_rebuilt (rowid, id, number, removed_at) SELECT rowid, id, number, removed_at FROM seat;
DROP TABLE seat;
ALTER TABLE seat_rebuilt RENAME TO seat;
CREATE UNIQUE INDEX seat_number ON seat (room_id, number) WHERE removed_at IS NULL;
`
