/** A case that sealed a call is of that call. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- Raised before its call could be begun, and sealed since.
UPDATE life_case SET call_id = sealed.call_id, session_id = sealed.session_id
  FROM (SELECT case_id, call_id, session_id FROM sealed_call JOIN call ON call.id = call_id) AS sealed
  WHERE sealed.case_id = life_case.id AND life_case.call_id IS NULL;
`
