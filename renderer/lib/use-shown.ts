import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Booking } from '../../shared/contract/seats/bookings.ts'
import type { OwnKind } from '../../shared/contract/seats/own-news.ts'
import type { Id } from '../../shared/contract/values.ts'
import { accepted } from './answers.ts'
import { client } from './client.ts'
import { queryClient } from './query-client.ts'
import { useSettings } from './settings.ts'

/** What others gave whoever sits here, and no page showed it to them yet. */
const unseenOf = (me: Id | null) =>
  queryOptions({
    queryKey: ['bookings', 'ownNews', 'unseen', me],
    queryFn: () => (me === null ? [] : accepted(client.ownNews.unseen({}))),
  })

type Shown = Partial<Readonly<Record<OwnKind, readonly Id[]>>>

/** Bookings, and that somebody sits there. */
export const shownBookings = (bookings: readonly Booking[]): Shown => ({
  details: bookings.map(({ id }) => id),
  seated: bookings.filter(({ state }) => state === 'checked_in').map(({ id }) => id),
})

/** Says of these, which stand on the page, that whoever sits here saw them, once the window can be seen: taken away after that, it is told. */
export function useShown(shown: Shown): void {
  const me = useSettings()?.me ?? null
  const { data: unseen = [], dataUpdatedAt } = useQuery(unseenOf(me))
  const own = unseen.filter(({ kind, ofId }) => shown[kind]?.includes(ofId))
  const key = JSON.stringify(own)
  // Answered once more and still unseen, it is said once more: a hub that was away did not hear it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one each time, and says the same.
  useEffect(() => {
    if (own.length === 0) return
    const tell = async () => {
      if (document.visibilityState !== 'visible') return
      // Nobody else is told of it.
      if ((await client.ownNews.shown({ own })).ok)
        await queryClient.invalidateQueries({ queryKey: ['bookings', 'ownNews', 'unseen'] })
    }
    void tell()
    document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
  }, [key, dataUpdatedAt])
}
