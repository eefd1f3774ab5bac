import type { CancelledHit } from '../../../../../shared/contract/house/rooms.ts'
import { MOST_AT_ONCE } from '../../../../../shared/contract/limits.ts'
import { client } from '../../../../lib/client.ts'
import { textsOf } from '../../../../lib/i18n.ts'
import { ask } from '../../../../ui/ask.ts'
import { notify } from '../../../../ui/notices.ts'

/** What takes an act back offers the act again; null: bookings came back with it, and would be in its way. */
export type Way = 'undo' | 'redo' | null

/** After an act in this way: what its notice offers. */
export const offered = (way: Way, back: () => Promise<void>) => (way === null ? {} : { [way]: () => void back() })

/** Which way leads from an act to what it takes back, and is said there. */
export const wayBack = (way: Way, cancelled: readonly CancelledHit[]): Way =>
  cancelled.length > 0 ? null : way === 'undo' ? 'redo' : 'undo'

/** Gives back what was cancelled with a change of the room, once the change is taken back; those whose place or person is not free any more stay away. */
export async function bringBack(cancelled: readonly CancelledHit[]): Promise<void> {
  let [backCount, keptCount] = [0, 0]
  for (let from = 0; from < cancelled.length; from += MOST_AT_ONCE) {
    const answer = await ask(client.series.takeBack({ bookings: cancelled.slice(from, from + MOST_AT_ONCE) }))
    if (answer === null || !answer.ok) return
    backCount += answer.value.bookings.length
    keptCount += answer.value.keptCount
  }
  if (backCount + keptCount === 0) return
  const words = textsOf('rooms')
  notify({
    tone: keptCount === 0 ? 'success' : 'info',
    title: () => words('done.broughtBack', { count: backCount }),
    hint: keptCount === 0 ? undefined : () => words('done.stayedAway', { count: keptCount }),
  })
}
