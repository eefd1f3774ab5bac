/** Nothing to do at a desk: only a hub tells desks which rows went. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = ''
