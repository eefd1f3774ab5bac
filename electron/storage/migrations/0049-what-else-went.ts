/** References and meetings that went with the notes of a session. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- How many. Of what went before this was kept it is not known.
ALTER TABLE words_gone ADD COLUMN others INTEGER NOT NULL DEFAULT 0;
`
