/** The twin of the desk's step. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
ALTER TABLE room ADD COLUMN site plain NOT NULL DEFAULT '', ADD COLUMN closed_from plain;
`
