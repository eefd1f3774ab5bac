/**
 * What only a hub's database has, beside what every desk has too. Frozen with the step it ships in, like every step: it imports nothing of
 * ours and never changes afterwards.
 */
export const hubSql = `
CREATE TABLE hub (
  only_row bigint PRIMARY KEY CHECK (only_row = 1),
  id plain NOT NULL,
  schema_version bigint NOT NULL,
  made_at plain NOT NULL,
  -- The newest transaction whose rows of the feed were swept away.
  feed_swept xid8 NOT NULL DEFAULT '0'
);

-- Who is asking: a desk is asked for by somebody's token, of which only the hash is kept.
CREATE TABLE desk (
  id plain PRIMARY KEY,
  person_id plain NOT NULL REFERENCES person (id),
  name plain NOT NULL CHECK (name <> ''),
  token_hash plain NOT NULL UNIQUE,
  made_at plain NOT NULL,
  revoked_at plain,
  -- Raised at each greeting: what comes over an older connection is refused.
  generation bigint NOT NULL DEFAULT 0,
  seen_at plain
);
CREATE INDEX desk_by_person ON desk (person_id);

-- A code lets somebody in once: a person who is known, or one who is made then, in that role.
CREATE TABLE join_code (
  hash plain PRIMARY KEY,
  person_id plain REFERENCES person (id),
  role plain,
  made_at plain NOT NULL,
  expires_at plain NOT NULL,
  used_at plain,
  CHECK ((person_id IS NULL) <> (role IS NULL))
);

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

-- The desk at which it was heard; null where it was not heard at a desk of this hub. Until it is handed over, that desk alone changes it. That
-- one desk has one session open is for the desk to see to: one restored from a copy may have forgotten an earlier one.
ALTER TABLE session ADD COLUMN desk_id plain REFERENCES desk (id), ADD COLUMN handed_over_at plain;
CREATE INDEX session_with_its_desk ON session (desk_id) WHERE handed_over_at IS NULL;

-- Which rows changed, for whoever keeps copies of them or shows them; each once in a transaction. By the transaction's id and not by a sequence:
-- a number may be taken early and committed late, and whoever has read beyond it would never see its row.
CREATE TABLE hub_feed (
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  what plain NOT NULL,
  row_id plain NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (xid, what, row_id)
);
CREATE INDEX hub_feed_by_time ON hub_feed (at);

-- The trigger says what changed, and which column names the row; without one, that something of the kind changed is all there is to tell.
CREATE FUNCTION tell_feed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO hub_feed (what, row_id)
    VALUES (TG_ARGV[0], CASE WHEN TG_NARGS = 1 THEN '' ELSE to_jsonb(coalesce(NEW, OLD)) ->> TG_ARGV[1] END)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
${told('person', 'id')}
${told('room', 'only_row')}
${told('seat', 'id')}
${told('issue_type', 'id')}
${told('calendar_year', 'year')}
${told('booking', 'id')}
CREATE TRIGGER feed AFTER INSERT OR DELETE OR UPDATE OF name, revoked_at ON desk FOR EACH ROW EXECUTE FUNCTION tell_feed('desk', 'id');
${told('ticket')}
${told('session')}
${told('call')}
${told('note')}
${told('conversation')}
${told('export_record')}
`

function told(table: string, key?: string): string {
  const what = key === undefined ? `'${table}'` : `'${table}', '${key}'`
  return `CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION tell_feed(${what});`
}
