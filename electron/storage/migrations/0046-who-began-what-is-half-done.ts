/** Who began a note that is half done. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- NULL: nobody was known to sit there, or it was begun before this was kept.
ALTER TABLE draft ADD COLUMN actor_id TEXT;
`
