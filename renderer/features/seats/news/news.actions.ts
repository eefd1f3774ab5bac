import { client } from '../../../lib/client.ts'
import { ask } from '../../../ui/ask.ts'
import type { AllNews } from './news.queries.ts'

/** I read of these: no desk tells them again. */
export async function readNews({ places, own }: Pick<AllNews, 'places' | 'own'>): Promise<void> {
  if (places.length > 0) await ask(client.bookingNews.read({ eventIds: places.map(({ eventId }) => eventId) }))
  const read = own.map(({ about: { kind }, ofId, at }) => ({ kind, ofId, at }))
  if (read.length > 0) await ask(client.ownNews.read({ news: read }))
}
