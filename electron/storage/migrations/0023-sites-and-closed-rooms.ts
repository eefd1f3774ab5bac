/** Where a room is, and from when on it is closed. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = `
-- Empty where nobody said: a house with one site needs none.
ALTER TABLE room ADD COLUMN site TEXT NOT NULL DEFAULT '';
-- The first day on which it is closed; NULL: it is not.
ALTER TABLE room ADD COLUMN closed_from TEXT;
`
