/**
 * No booking is longer: the longest day there is, on which clocks show an hour twice. The database keeps to it, so that whoever asks
 * what overlaps looks back this far and no further.
 */
export const LONGEST_BOOKING_MS = 25 * 3_600_000
