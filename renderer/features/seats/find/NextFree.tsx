import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FreePlace } from '../../../../shared/contract/seats/bookings.ts'
import type { FoundSeat } from '../../../../shared/contract/seats/find-seats.ts'
import type { Id, Instant, PlainDate } from '../../../../shared/contract/values.ts'
import { dateIn, dayName } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
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
  const near = useQuery(foundSeats({ ...soonWish(today, 'days'), ...who }))
  // The two weeks give one time of each day; only where the nearest days have none is that the next.
  const nearPlaces = near.data && firstOf(near.data.fits)
  const isFar = nearPlaces !== undefined && toCome(nearPlaces, now).length === 0 && !near.isPlaceholderData
  const far = useQuery(foundSeats(isFar ? { ...soonWish(today, 'weeks'), ...who } : null))
  const { data, isPlaceholderData, refetch } = isFar ? far : near
  const all = data && firstOf(data.fits)
  const begunCount = all === undefined ? 0 : all.length - toCome(all, now).length
  // Those that have begun make room for others.
  useEffect(() => {
    if (begunCount > 0) void refetch()
  }, [begunCount, refetch])
  if (all === undefined || (isFar && isPlaceholderData)) return null
  const places = toCome(all, now).slice(0, MOST_SHOWN)
  if (places.length === 0) return <p className={styles.none}>{t('find.soonNone')}</p>
  return (
    <section className={styles.next} aria-label={t('find.soon')}>
      <h3 className={styles.title}>{t('find.soon')}</h3>
      <ul className={styles.places}>
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

/** Of those that were found a while ago some have begun; the slot that is running is found, too, and is no next one. */
const toCome = (places: readonly FreePlace[], now: Instant): FreePlace[] =>
  places.filter(({ startsAt }) => startsAt > now)

function PlaceLink({ place, today }: { place: FreePlace; today: PlainDate }) {
  const { t } = useTranslation('seats')
  const room = useSeatRooms()(place)
  const date = dateIn(place.startsAt, room.place.timeZone)
  const day = date === today ? t('go.today') : dayName(date, room.place.language)
  return (
    <Link to={room.path} onClick={() => arriveAt({ ...place, ask: place })}>
      {day} <span className="figures">{room.named(placeName(t, place, room.place))}</span>
    </Link>
  )
}
