/** The twin of 0031: pseudonyms of agents, of which desks keep a copy, and thanks for them. Frozen like every step. */
export const sql = `
CREATE TABLE agent_key (
  day plain PRIMARY KEY,
  key plain NOT NULL
);

CREATE TABLE agent (
  id plain PRIMARY KEY,
  day plain NOT NULL,
  place bigint NOT NULL,
  UNIQUE (day, place)
);

CREATE TABLE call_agent (
  call_id plain PRIMARY KEY REFERENCES call (id),
  day plain NOT NULL,
  agent_id plain,
  before_id plain,
  version bigint NOT NULL
);
CREATE INDEX call_agent_by_agent ON call_agent (agent_id);

CREATE TABLE thanks (
  id plain PRIMARY KEY,
  note_id plain NOT NULL UNIQUE REFERENCES note (id),
  call_id plain NOT NULL REFERENCES call (id),
  voice_note_id plain REFERENCES note (id),
  collected_at plain NOT NULL,
  actor_id plain,
  taken_back_at plain,
  version bigint NOT NULL
);
CREATE INDEX thanks_by_time ON thanks (collected_at);
CREATE INDEX thanks_by_call ON thanks (call_id);

CREATE TABLE thanks_page (
  id plain PRIMARY KEY,
  folder plain NOT NULL,
  file_name plain NOT NULL,
  sha256 plain NOT NULL,
  size_bytes bigint NOT NULL,
  made_at plain NOT NULL,
  actor_id plain
);

CREATE TABLE thanks_handed (
  thanks_id plain PRIMARY KEY REFERENCES thanks (id),
  at plain NOT NULL,
  actor_id plain,
  page_id plain REFERENCES thanks_page (id)
);

CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON agent_key FOR EACH ROW EXECUTE FUNCTION tell_feed('agent_key', 'day');
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON agent FOR EACH ROW EXECUTE FUNCTION tell_feed('agent', 'id');
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON call_agent FOR EACH ROW EXECUTE FUNCTION tell_feed('call_agent');
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON thanks FOR EACH ROW EXECUTE FUNCTION tell_feed('thanks');
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON thanks_handed FOR EACH ROW EXECUTE FUNCTION tell_feed('thanks_handed');
`
