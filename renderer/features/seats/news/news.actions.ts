import type { BookingNews } from '../../../../shared/contract/seats/booking-news.ts'
import { client } from '../../../lib/client.ts'
import { ask } from '../../../ui/ask.ts'

/** I read of these: no desk tells them again. */
export const readNews = async (news: readonly BookingNews[]): Promise<void> =>
  void (await ask(client.bookingNews.read({ eventIds: news.map(({ eventId }) => eventId) })))
