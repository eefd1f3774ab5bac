import type { Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { type Query, write } from '../engine/query.ts'

/** Longer ago what others did is history: told to nobody, and forgotten. */
export const NEWS_LAST_MS = 30 * 86_400_000

const OF_BOOKINGS =
  'DELETE FROM booking_news WHERE EXISTS (SELECT 1 FROM booking_event event WHERE event.id = event_id AND event.at <= ?)'
const OF_ONES_OWN = 'DELETE FROM own_news WHERE at <= ?'

/** Forgets what nobody is told any more, also what came to be as they knew it and was never to be read; tells how many. */
export function* forgetOldNews(now: Instant): Query<number> {
  const before = addMs(now, -NEWS_LAST_MS)
  return (yield* write(OF_BOOKINGS, [before])) + (yield* write(OF_ONES_OWN, [before]))
}
