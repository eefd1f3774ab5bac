import type { Ahead } from '../../contract/house/leaving.ts'

export const hasNothingAhead = (ahead: Ahead): boolean => idsOf(ahead).length === 0

/** They sit on a seat now: nobody is sent away from it by a list. */
export const isSittingNow = ({ bookings }: Ahead): boolean =>
  bookings.some(({ isSitting, besideName }) => isSitting && besideName === null)

/** Another one as soon as somebody has more before them than they were shown to have, or less. */
export const aheadMark = (ahead: Ahead): string => idsOf(ahead).join(' ')

const idsOf = ({ bookings, waits, offers, draws, rooms }: Ahead): string[] =>
  [bookings, waits, offers, draws, rooms].flatMap((things) => things.map(({ id }) => id))
