/** What stands where words were taken away and something must be said: in a note or a line of a call that is sealed, as the title of a ticket that was withdrawn. */
export const NO_WORDS = '—'
