/** Nothing to do at a desk: a hub keeps what desks tell of what it does not have. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = ''
