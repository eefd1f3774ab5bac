/** The twin of the desk's step. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
ALTER TABLE life_case ADD COLUMN named_call_id plain;
CREATE INDEX life_case_by_named_call ON life_case (named_call_id) WHERE named_call_id IS NOT NULL;

-- Told to desks as a table, always as it is now: sealed here, with the last verdict.
CREATE VIEW raised_elsewhere AS SELECT life_case.id AS case_id, call_id, origin, grade, raised_at, raised_by,
    verdict.id AS verdict_id, verdict.what AS verdict, verdict.at AS verdict_at, verdict.actor_id AS verdict_by
  FROM life_case LEFT JOIN LATERAL (SELECT id, what, at, actor_id FROM life_event
    WHERE case_id = life_case.id AND what IN ('dismissed', 'restored') ORDER BY at DESC, id DESC LIMIT 1) verdict ON true
  WHERE named_call_id IS NOT NULL AND call_id = named_call_id;

CREATE TRIGGER feed_elsewhere AFTER INSERT OR UPDATE ON life_case FOR EACH ROW WHEN (NEW.named_call_id IS NOT NULL)
  EXECUTE FUNCTION tell_feed('raised_elsewhere', 'id');
CREATE TRIGGER feed_elsewhere AFTER INSERT ON life_event FOR EACH ROW WHEN (NEW.what IN ('dismissed', 'restored'))
  EXECUTE FUNCTION tell_feed('raised_elsewhere', 'case_id');
`
