/** Ids and digests. */
const CHANCE = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}/gi

/**
 * What was said or stored without its ids and digests, for whoever looks whether a few digits stand in it: in theirs every short number
 * is found some day.
 */
export const withoutChance = (text: string): string => text.replaceAll(CHANCE, '#')
