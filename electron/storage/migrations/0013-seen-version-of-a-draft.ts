/** Which version of its note a change goes out from. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- NULL: the draft of a new note, or a change begun before this was known.
ALTER TABLE draft ADD COLUMN seen_version INTEGER;
`
