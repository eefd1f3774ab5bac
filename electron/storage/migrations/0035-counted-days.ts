/** The days on which the program ran, and by which of them the age of words is counted. Frozen: it imports nothing of ours and never changes after it shipped. */
const count = (id: string, from = '') => `INSERT INTO counted_day (id, run, day)
    SELECT ${id}, clock_run.number, clock_run.counted_on FROM clock_run ${from}
    WHERE clock_run.number = (SELECT max(number) FROM clock_run)
    ON CONFLICT (id) DO UPDATE SET run = excluded.run, day = excluded.day;`
const ofCall = (call: string) => count(`'touched:' || call.session_id`, `JOIN call ON call.id = ${call}`)
const ofMeeting = (meeting: string) =>
  count(
    `'touched:' || call.session_id`,
    `JOIN meeting ON meeting.id = ${meeting} JOIN call ON call.id = meeting.call_id`,
  )
const onEach = (table: string, body: string, when = '') => `
CREATE TRIGGER ${table}_counted_insert AFTER INSERT ON ${table} ${when} BEGIN ${body} END;
CREATE TRIGGER ${table}_counted_update AFTER UPDATE ON ${table} ${when} BEGIN ${body} END;`

export const sql = `
-- Days one after the other, as the clock told them. A clock that jumped begins a row. Counted is on from the day before it, whatever the clock says.
CREATE TABLE clock_run (
  number INTEGER PRIMARY KEY,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  -- The last day, by the days that were counted: last_day and offset_days.
  counted_on TEXT NOT NULL,
  days_seen INTEGER NOT NULL,
  offset_days INTEGER NOT NULL,
  -- So many days without the program count as well, once the clock is believed.
  granted_days INTEGER NOT NULL,
  gap_days INTEGER NOT NULL
) STRICT;

-- From when words count their age: of a session since it ended here, of one that was changed, of a case, of what is half done (with when that was typed).
CREATE TABLE counted_day (
  id TEXT PRIMARY KEY,
  run INTEGER NOT NULL,
  day TEXT NOT NULL,
  at TEXT
) STRICT;
CREATE INDEX counted_day_by_run ON counted_day (run);

CREATE TRIGGER session_counted_insert AFTER INSERT ON session WHEN NEW.ended_at IS NOT NULL BEGIN ${count(`'session:' || NEW.id`)} END;
CREATE TRIGGER session_counted_update AFTER UPDATE OF ended_at ON session WHEN NEW.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at
  BEGIN ${count(`'session:' || NEW.id`)} END;
CREATE TRIGGER life_event_counted AFTER INSERT ON life_event BEGIN ${count(`'case:' || NEW.case_id`)} END;
CREATE TRIGGER call_counted AFTER UPDATE OF reference ON call WHEN NEW.reference IS NOT NULL AND NEW.reference IS NOT OLD.reference
  BEGIN ${count(`'touched:' || NEW.session_id`)} END;
${onEach('conversation', ofCall('NEW.call_id'))}
${onEach('silver_hair', ofCall('NEW.call_id'))}
${onEach('thanks', ofCall('NEW.call_id'))}
-- What is emptied was not changed by anybody.
${onEach('meeting', ofCall('NEW.call_id'), `WHEN NEW.attendees_json <> '[]'`)}
${onEach('meeting_line', ofMeeting('NEW.meeting_id'), `WHEN NEW.text <> '—'`)}
`
