/** Lengths by a clock that nobody sets. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- Where on its session's stopwatch the call began. Calls of sessions that are over are as long as their dates say.
ALTER TABLE call ADD COLUMN session_ms INTEGER NOT NULL DEFAULT 0;
UPDATE call SET session_ms = max(0, CAST(round((julianday(started_at)
  - julianday((SELECT session.started_at FROM session WHERE session.id = call.session_id))) * 86400000) AS INTEGER))
  WHERE session_id IN (SELECT id FROM session WHERE ended_at IS NULL);

-- How far a session had got and when that was, so that its time goes on after the console was closed.
CREATE TABLE stopwatch (
  session_id TEXT PRIMARY KEY REFERENCES session (id),
  elapsed_ms INTEGER NOT NULL CHECK (elapsed_ms >= 0),
  at TEXT NOT NULL
) STRICT;

-- Stretches of a session, on its stopwatch, in which nothing could be heard or written here.
CREATE TABLE listening_gap (
  session_id TEXT NOT NULL REFERENCES session (id),
  from_ms INTEGER NOT NULL CHECK (from_ms >= 0),
  to_ms INTEGER NOT NULL CHECK (to_ms > from_ms),
  reason TEXT NOT NULL,
  PRIMARY KEY (session_id, from_ms)
) STRICT;

-- The referees: whatever a wall clock says, nothing ends before it started.
CREATE TRIGGER call_ends_after_start BEFORE UPDATE OF ended_at ON call WHEN NEW.ended_at < NEW.started_at BEGIN
  SELECT RAISE(ABORT, 'ends_before_start');
END;
CREATE TRIGGER session_ends_after_start BEFORE UPDATE OF ended_at ON session WHEN NEW.ended_at < NEW.started_at BEGIN
  SELECT RAISE(ABORT, 'ends_before_start');
END;
`
