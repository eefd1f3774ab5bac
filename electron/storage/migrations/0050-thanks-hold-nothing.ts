/** Thanks keep no words: that a session stays a day longer would tell whoever is not told of them. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
DROP TRIGGER thanks_counted_insert;
DROP TRIGGER thanks_counted_update;
`
