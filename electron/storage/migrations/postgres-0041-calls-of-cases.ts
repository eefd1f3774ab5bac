/** The twin of the desk's step. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- A case may be told its call later: desks show which it is.
DROP TRIGGER feed ON life_case;
CREATE TRIGGER feed AFTER INSERT OR UPDATE ON life_case FOR EACH ROW EXECUTE FUNCTION tell_feed('life_case');

UPDATE life_case SET call_id = sealed.call_id, session_id = sealed.session_id
  FROM (SELECT case_id, call_id, session_id FROM sealed_call JOIN call ON call.id = call_id) AS sealed
  WHERE sealed.case_id = life_case.id AND life_case.call_id IS NULL;
`
