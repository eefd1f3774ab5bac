/** How many there are is kept beside tickets and sessions. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- How many tickets there are of each state, priority, type and department, withdrawn ones left out: a list says its total without counting.
CREATE TABLE ticket_tally (
  state TEXT NOT NULL,
  priority INTEGER NOT NULL,
  issue_type_id TEXT NOT NULL,
  department TEXT NOT NULL,
  tickets INTEGER NOT NULL,
  PRIMARY KEY (state, priority, issue_type_id, department)
) STRICT;
INSERT INTO ticket_tally (state, priority, issue_type_id, department, tickets)
  SELECT state, priority, issue_type_id, department, count(*) FROM ticket WHERE withdrawn_at IS NULL
  GROUP BY state, priority, issue_type_id, department;

CREATE TRIGGER ticket_tally_insert AFTER INSERT ON ticket WHEN NEW.withdrawn_at IS NULL BEGIN
  INSERT INTO ticket_tally (state, priority, issue_type_id, department, tickets)
    VALUES (NEW.state, NEW.priority, NEW.issue_type_id, NEW.department, 1)
    ON CONFLICT (state, priority, issue_type_id, department) DO UPDATE SET tickets = tickets + 1;
END;
CREATE TRIGGER ticket_tally_update AFTER UPDATE OF state, priority, issue_type_id, department, withdrawn_at ON ticket
WHEN OLD.state <> NEW.state OR OLD.priority <> NEW.priority OR OLD.issue_type_id <> NEW.issue_type_id
  OR OLD.department <> NEW.department OR (OLD.withdrawn_at IS NULL) <> (NEW.withdrawn_at IS NULL)
BEGIN
  UPDATE ticket_tally SET tickets = tickets - 1 WHERE OLD.withdrawn_at IS NULL AND state = OLD.state AND priority = OLD.priority
    AND issue_type_id = OLD.issue_type_id AND department = OLD.department;
  INSERT INTO ticket_tally (state, priority, issue_type_id, department, tickets)
    SELECT NEW.state, NEW.priority, NEW.issue_type_id, NEW.department, 1 WHERE NEW.withdrawn_at IS NULL
    ON CONFLICT (state, priority, issue_type_id, department) DO UPDATE SET tickets = tickets + 1;
END;
CREATE TRIGGER ticket_tally_delete AFTER DELETE ON ticket WHEN OLD.withdrawn_at IS NULL BEGIN
  UPDATE ticket_tally SET tickets = tickets - 1 WHERE state = OLD.state AND priority = OLD.priority
    AND issue_type_id = OLD.issue_type_id AND department = OLD.department;
END;
-- The names of departments stand in the tally now.
DROP INDEX ticket_by_department;

-- How many sessions each person listened to; '': nobody is named. No session goes, and none gets another listener.
CREATE TABLE session_tally (
  listener_id TEXT PRIMARY KEY,
  sessions INTEGER NOT NULL
) STRICT;
INSERT INTO session_tally (listener_id, sessions) SELECT coalesce(listener_id, ''), count(*) FROM session GROUP BY 1;
CREATE TRIGGER session_tally_insert AFTER INSERT ON session BEGIN
  INSERT INTO session_tally (listener_id, sessions) VALUES (coalesce(NEW.listener_id, ''), 1)
    ON CONFLICT (listener_id) DO UPDATE SET sessions = sessions + 1;
END;
`
