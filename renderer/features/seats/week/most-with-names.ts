/** Seats of a day of the week. With more their names would not be readable: look and place alone then, and the number of each fifth seat. */
export const MOST_WITH_NAMES = 8
