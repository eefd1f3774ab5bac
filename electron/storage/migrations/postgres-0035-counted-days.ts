/** The twin of 0035: the days on which hubs of this database ran. What comes from a desk counts from when it arrived, whatever its clock said. Frozen like every step. */
const onEach = (table: string, what: string, when = '') => `
CREATE TRIGGER counted AFTER INSERT OR UPDATE ON ${table} FOR EACH ROW ${when} EXECUTE FUNCTION count_${what}();`

export const sql = `
CREATE TABLE clock_run (
  number bigint PRIMARY KEY,
  first_day plain NOT NULL,
  last_day plain NOT NULL,
  counted_on plain NOT NULL,
  days_seen bigint NOT NULL,
  offset_days bigint NOT NULL,
  granted_days bigint NOT NULL,
  gap_days bigint NOT NULL
);

CREATE TABLE counted_day (
  id plain PRIMARY KEY,
  run bigint NOT NULL,
  day plain NOT NULL,
  at plain
);
CREATE INDEX counted_day_by_run ON counted_day (run);

CREATE FUNCTION count_day(subject text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO counted_day (id, run, day) SELECT subject, number, counted_on FROM clock_run ORDER BY number DESC LIMIT 1
  ON CONFLICT (id) DO UPDATE SET run = excluded.run, day = excluded.day
$$;
CREATE FUNCTION count_session() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM count_day('session:' || NEW.id); RETURN NULL; END $$;
CREATE FUNCTION count_case() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM count_day('case:' || NEW.case_id); RETURN NULL; END $$;
CREATE FUNCTION count_touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM count_day('touched:' || session_id) FROM call WHERE id = NEW.call_id;
  RETURN NULL;
END $$;
CREATE FUNCTION count_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM count_day('touched:' || call.session_id) FROM meeting JOIN call ON call.id = meeting.call_id WHERE meeting.id = NEW.meeting_id;
  RETURN NULL;
END $$;
CREATE FUNCTION count_reference() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM count_day('touched:' || NEW.session_id); RETURN NULL; END $$;

CREATE TRIGGER counted_insert AFTER INSERT ON session FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION count_session();
CREATE TRIGGER counted_update AFTER UPDATE ON session FOR EACH ROW
  WHEN (NEW.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at) EXECUTE FUNCTION count_session();
CREATE TRIGGER counted AFTER INSERT ON life_event FOR EACH ROW EXECUTE FUNCTION count_case();
CREATE TRIGGER counted AFTER UPDATE ON call FOR EACH ROW
  WHEN (NEW.reference IS NOT NULL AND NEW.reference IS DISTINCT FROM OLD.reference) EXECUTE FUNCTION count_reference();
${onEach('conversation', 'touched')}
${onEach('silver_hair', 'touched')}
${onEach('thanks', 'touched')}
${onEach('meeting', 'touched', `WHEN (CAST(NEW.attendees_json AS text) <> '[]')`)}
${onEach('meeting_line', 'line', `WHEN (NEW.text <> '—')`)}
`
