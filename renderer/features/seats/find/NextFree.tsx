import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FreePlace } from '../../../../shared/contract/seats/bookings.ts'
import type { FoundSeat } from '../../../../shared/contract/seats/find-seats.ts'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { dateIn, dayName } from '../../../lib/formats.ts'
import { instantAtMs, useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { arriveAt } from '../board/board-store.ts'
import { placeName } from '../booking/refusal-words.ts'
import { foundSeats } from './find.queries.ts'
import { soonWish } from './find-words.ts'
import styles from './NextFree.module.css'

const MOST_SHOWN = 3

/** On Today, for whoever still owes an hour at a seat: the next ones that they could have; each leads to the board, with the form for it. */
export function NextFree({ me }: { me: Id }) {
  const { t } = useTranslation('seats')
  const { timeZone } = usePlace()
  const now = useNow(60_000)
  const today = dateIn(now, timeZone)
  const who = { personId: me, companionId: null }
  const near = usePlaces({ ...soonWish(today, 'days'), ...who }, now)
  // The two weeks give one time of each day; only where the nearest days have none is that the next.
  const isFar = near.all !== undefined && near.toCome.length === 0 && !near.isAsking
  const far = usePlaces(isFar ? { ...soonWish(today, 'weeks'), ...who } : null, now)
  const { all, toCome, isPlaceholder, isError } = isFar ? far : near
  // What nobody can tell holds no room: the board says why.
  if (isError && (all === undefined || isPlaceholder)) return null
  const isKnown = all !== undefined && !(isFar && isPlaceholder)
  const places = toCome.slice(0, MOST_SHOWN)
  if (isKnown && places.length === 0) return <p className={styles.none}>{t('find.soonNone')}</p>
  return (
    <section className={styles.next} aria-label={t('find.soon')}>
      <h3 className={styles.title}>{t('find.soon')}</h3>
      <ul className={styles.places} data-waiting={!isKnown || undefined}>
        {places.map((place) => (
          <li key={`${place.seatId} ${place.startsAt}`}>
            <PlaceLink place={place} today={today} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const firstOf = (found: readonly FoundSeat[]): FreePlace[] =>
  found.flatMap(({ places: [first] }) => (first === undefined ? [] : [first]))

/** What a wish finds, of which what has begun is no next one: the slot that is running is found, too. What begins once it was found makes room for others. */
function usePlaces(wish: Parameters<typeof foundSeats>[0], now: Instant) {
  const {
    data,
    dataUpdatedAt,
    isError,
    isFetching,
    isPlaceholderData: isPlaceholder,
    refetch,
  } = useQuery(foundSeats(wish))
  const all = data && firstOf(data.fits)
  // By the clock as it was then.
  const foundAt = useMemo(() => instantAtMs(dataUpdatedAt), [dataUpdatedAt])
  const hasBegun = all?.some(({ startsAt }) => startsAt > foundAt && startsAt <= now) ?? false
  useEffect(() => {
    if (hasBegun) void refetch()
  }, [hasBegun, refetch])
  const toCome = all?.filter(({ startsAt }) => startsAt > now) ?? []
  return { all, toCome, isError, isPlaceholder, isAsking: isFetching || hasBegun }
}

function PlaceLink({ place, today }: { place: FreePlace; today: PlainDate }) {
  const { t } = useTranslation('seats')
  const room = useSeatRooms()(place)
  const date = dateIn(place.startsAt, room.place.timeZone)
  const day = date === today ? t('go.today') : dayName(date, room.place)
  return (
    <Link to={room.path} onClick={() => arriveAt({ ...place, ask: place })}>
      {day} <span className="figures">{room.named(placeName(t, place, room.place))}</span>
    </Link>
  )
}
