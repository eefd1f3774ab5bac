/**
 * What only a hub's database has. Frozen with the step it ships in, like every step: it imports nothing of ours and never changes afterwards.
 */
export const hubSql = `
-- What desks asked for, by the id each gave it, with what it came to: written in the transaction that did it, so a repeat does nothing.
CREATE TABLE hub_command (
  id plain PRIMARY KEY,
  desk_id plain NOT NULL,
  call plain NOT NULL,
  -- Null only inside the transaction that does it.
  answer_json json,
  at plain NOT NULL
);
CREATE INDEX hub_command_by_time ON hub_command (at);
`
