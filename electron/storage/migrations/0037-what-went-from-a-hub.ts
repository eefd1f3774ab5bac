/** Nothing to do at a desk: a hub writes down what it deleted of what desks told it. Frozen: it imports nothing of ours and never changes after it shipped. */
export const sql = ''
