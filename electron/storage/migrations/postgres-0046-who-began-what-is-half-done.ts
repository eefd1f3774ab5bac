/** The twin of the desk's step: what is half done stays at its desk. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = ``
