/** Nothing to do at a desk: a hub tells desks from which of their calls somebody took the conversation. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = ''
