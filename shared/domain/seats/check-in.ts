/** Check-in opens this long before the start, and so early somebody is reminded. Of its own: the first screen needs it, and no calendar. */
export const CHECK_IN_BEFORE_MS = 15 * 60_000
