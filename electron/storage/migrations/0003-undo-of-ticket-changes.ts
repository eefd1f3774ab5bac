/** What a change of a ticket can be taken back to. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- The whole ticket before a move or an edit, so that undo brings back exactly that. Null: an event before this step, or no change.
ALTER TABLE ticket_event ADD COLUMN before_json TEXT;
ALTER TABLE ticket_event ADD COLUMN undoes_event_id TEXT REFERENCES ticket_event (id);
CREATE UNIQUE INDEX ticket_event_undone_once ON ticket_event (undoes_event_id) WHERE undoes_event_id IS NOT NULL;
`
