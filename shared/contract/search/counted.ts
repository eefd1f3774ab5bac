/** Hits are counted no further: «200 or more» says enough. In a file of its own, so that a window knows it without the schemas. */
export const COUNTED_AT_MOST = 200
