/** Indexes that keep lists of tickets quick in an archive of many years. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- Few names stand in very many rows: each is found once by going from name to name.
CREATE INDEX ticket_by_department ON ticket (department) WHERE withdrawn_at IS NULL;
CREATE INDEX ticket_by_owner ON ticket (owner_name) WHERE owner_name IS NOT NULL;

-- Of many years few are open. With paused_at, so that what is late is counted without reading one ticket. Another open state needs this index anew.
CREATE INDEX ticket_open_by_due ON ticket (due_at, paused_at)
  WHERE withdrawn_at IS NULL AND state IN ('unclaimed', 'in_progress', 'awaiting_information', 'awaiting_third_party');
`
