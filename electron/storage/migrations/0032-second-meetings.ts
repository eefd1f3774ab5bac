/** Second meetings of a call, conversations that were taken away, and tickets withdrawn before their words went with them. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- A meeting that was begun where the first one of its call was not known: whoever names it means the first. With the version as which it was joined to that.
CREATE TABLE meeting_alias (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_alias_by_meeting ON meeting_alias (meeting_id);

-- Somebody took the conversation from this call: no copy of it comes back by itself.
CREATE TABLE conversation_taken (
  call_id TEXT PRIMARY KEY REFERENCES call (id)
) STRICT;

-- What a ticket said goes as it is withdrawn. Those withdrawn before that was so lose it now.
UPDATE ticket SET title = '—', owner_name = NULL WHERE withdrawn_at IS NOT NULL AND (title <> '—' OR owner_name IS NOT NULL);
UPDATE ticket_event SET remark = NULL, before_json = NULL
  WHERE (remark IS NOT NULL OR before_json IS NOT NULL) AND ticket_id IN (SELECT id FROM ticket WHERE withdrawn_at IS NOT NULL);
`
