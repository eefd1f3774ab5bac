/** The twin of 0038: a conversation that somebody took from its call goes at the desk that heard it, too. Frozen like every step. */
export const sql = `
CREATE TRIGGER feed AFTER INSERT OR UPDATE OR DELETE ON conversation_taken FOR EACH ROW EXECUTE FUNCTION tell_feed('conversation_taken', 'call_id');
-- Told to desks that have a copy of everything else.
UPDATE conversation_taken SET call_id = call_id;
`
