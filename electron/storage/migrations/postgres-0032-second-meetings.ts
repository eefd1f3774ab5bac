/** The twin of 0032: second meetings of a call, conversations that were taken away, and the words of tickets withdrawn long ago. Frozen like every step. */
export const sql = `
CREATE TABLE meeting_alias (
  id plain PRIMARY KEY,
  meeting_id plain NOT NULL REFERENCES meeting (id),
  version bigint NOT NULL
);
CREATE INDEX meeting_alias_by_meeting ON meeting_alias (meeting_id);

CREATE TABLE conversation_taken (
  call_id plain PRIMARY KEY REFERENCES call (id)
);

UPDATE ticket SET title = '—', owner_name = NULL WHERE withdrawn_at IS NOT NULL AND (title <> '—' OR owner_name IS NOT NULL);
UPDATE ticket_event SET remark = NULL, before_json = NULL
  WHERE (remark IS NOT NULL OR before_json IS NOT NULL) AND ticket_id IN (SELECT id FROM ticket WHERE withdrawn_at IS NOT NULL);
`
