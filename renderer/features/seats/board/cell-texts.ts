import type { TFunction } from 'i18next'
import type { BookingState, Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Place } from '../../../lib/formats.ts'

/** `rest`: left free beside a booking. `held`: for somebody who waits; `held_for_me`: free for me alone. `to_be_drawn`: free, for whoever a draw gives it to. */
export type SlotState = 'free' | 'past' | 'closed' | 'rest' | 'unread' | 'held' | 'held_for_me' | 'to_be_drawn'

/** Where a value goes; no text and no name has these signs. */
const [FIRST, SECOND] = ['\u0001', '\u0002'] as const

/** What hundreds of cells say of themselves, some of it with places for values. */
const textsIn = (t: TFunction<'seats'>) => ({
  place: t('place', { seat: FIRST, time: SECOND }),
  mine: t('cell.mine', { name: FIRST }),
  companion: t('with', { name: FIRST }),
  booker: t('forOthers.by', { name: FIRST }),
  standIn: t('standIn.satBy', { name: FIRST }),
  series: t('series.one'),
  drawn: t('drawn.one'),
  walkUp: t('missed.walkUp'),
  comma: t('comma'),
  purpose: { listen: t('purpose.listen'), answer: t('purpose.answer') } satisfies Record<Purpose, string>,
  state: {
    booked: t('state.booked'),
    checked_in: t('state.checked_in'),
    done: t('state.done'),
    no_show: t('state.no_show'),
    excused: t('state.excused'),
    cancelled: t('state.cancelled'),
  } satisfies Record<BookingState, string>,
  slot: {
    free: slotText(t, 'free'),
    past: slotText(t, 'past'),
    closed: slotText(t, 'closed'),
    rest: slotText(t, 'rest'),
    unread: slotText(t, 'unread'),
    held: slotText(t, 'held'),
    held_for_me: slotText(t, 'held_for_me'),
    to_be_drawn: slotText(t, 'to_be_drawn'),
  } satisfies Record<SlotState, string>,
})

const slotText = (t: TFunction<'seats'>, state: SlotState): string => t(`cell.${state}`, { seat: FIRST, time: SECOND })

const known: Partial<Record<Place['language'], ReturnType<typeof textsIn>>> = {}

/** Looked up once for each language: asking anew for each of hundreds of cells takes longer than drawing them. */
export const cellTexts = (t: TFunction<'seats'>, { language }: Place): ReturnType<typeof textsIn> =>
  (known[language] ??= textsIn(t))

/** One of these texts with its values, as they are: none is read as a pattern. */
export const filled = (text: string, first: string, second = ''): string =>
  text.replace(FIRST, () => first).replace(SECOND, () => second)
