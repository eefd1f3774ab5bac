import type { CancelledHit } from '../../../../../shared/contract/house/rooms.ts'
import { MOST_AT_ONCE } from '../../../../../shared/contract/limits.ts'
import { client } from '../../../../lib/client.ts'
import { textsOf } from '../../../../lib/i18n.ts'
import { ask } from '../../../../ui/ask.ts'
import { notify } from '../../../../ui/notices.ts'

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
