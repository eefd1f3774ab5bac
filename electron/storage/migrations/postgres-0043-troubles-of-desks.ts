/** The twin of 0043: what was done at desks and is not at the hub, for whoever did it. Frozen like every step. */
export const sql = `
-- told_json: as its desk told it last. seen_json: the ids of what its person has seen to elsewhere. No words of a call.
CREATE TABLE hub_trouble (
  desk_id plain PRIMARY KEY REFERENCES desk (id),
  told_json json NOT NULL,
  seen_json json NOT NULL
);
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON hub_trouble FOR EACH ROW EXECUTE FUNCTION tell_feed('hub_trouble');
`
