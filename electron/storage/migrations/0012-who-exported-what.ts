/** Who exported what, and what is in the file as it went out. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- By the name of that day. Null: exported before this was kept, or nobody was named at this console.
ALTER TABLE export_record ADD COLUMN exported_by TEXT;

-- What was chosen, so that it can be chosen again: a range, a filter, or the tickets themselves. Null: exported before this was kept.
ALTER TABLE export_record ADD COLUMN choice_json TEXT;

-- The last events that the file tells of: what came later is not in it. By id, for rows may be numbered anew. Empty: none had happened.
ALTER TABLE export_record ADD COLUMN last_ticket_event_id TEXT;
ALTER TABLE export_record ADD COLUMN last_note_event_id TEXT;

-- How many tickets of a delivered file have it in their story: a large file is told of bit by bit.
ALTER TABLE export_record ADD COLUMN told_tickets INTEGER NOT NULL DEFAULT 0;
UPDATE export_record SET told_tickets = ticket_count WHERE state = 'delivered';

CREATE INDEX ticket_event_by_time ON ticket_event (at);
CREATE INDEX note_event_by_time ON note_event (at);
UPDATE export_record SET
  last_ticket_event_id = coalesce((SELECT id FROM ticket_event WHERE at <= created_at ORDER BY at DESC, rowid DESC LIMIT 1), ''),
  last_note_event_id = coalesce((SELECT id FROM note_event WHERE at <= created_at ORDER BY at DESC, rowid DESC LIMIT 1), '')
  WHERE sha256 IS NOT NULL;
DROP INDEX ticket_event_by_time;
DROP INDEX note_event_by_time;
`
