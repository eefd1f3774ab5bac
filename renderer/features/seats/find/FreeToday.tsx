import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FoundSeat } from '../../../../shared/contract/seats/find-seats.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { openFindSeat } from '../../../lib/find-seat-store.ts'
import { dateIn, timeRange } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import { arriveAt } from '../board/board-store.ts'
import styles from './FreeToday.module.css'
import { foundSeats } from './find.queries.ts'
import { todayWish } from './find-words.ts'

/** The next whole hours that this person could still have today; each leads to the board, with the form for it. */
export function FreeToday({ me }: { me: Id }) {
  const { t } = useTranslation('seats')
  const { timeZone } = usePlace()
  const now = useNow(60_000)
  const { data, isError } = useQuery(
    foundSeats({ ...todayWish(dateIn(now, timeZone)), personId: me, companionId: null }),
  )
  const findChord = useChord('go.findSeat')
  // What nobody can tell holds no room: the board says why.
  if (isError && data === undefined) return null
  const toCome = data?.fits.filter(({ places: [first] }) => first !== undefined && first.startsAt > now)
  return (
    <Panel
      title={t('find.today')}
      actions={
        <Button size="small" tone="quiet" chord={findChord} onClick={openFindSeat}>
          {t('find.otherDay')}
        </Button>
      }
      flush
    >
      {toCome?.length === 0 ? <QuietLine>{t('find.todayNone')}</QuietLine> : null}
      <ul className={styles.hours} data-waiting={toCome === undefined || undefined}>
        {toCome?.map((found) => (
          <li key={`${found.places[0]?.seatId} ${found.places[0]?.startsAt}`}>
            <Hour found={found} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Hour({ found }: { found: FoundSeat }) {
  const { t } = useTranslation('seats')
  const roomOf = useSeatRooms()
  const [free] = found.places
  if (free === undefined) return null
  const { place, path, named } = roomOf(free)
  return (
    <Link className={styles.hour} to={path} onClick={() => arriveAt({ ...free, ask: free })}>
      <span className="figures">{timeRange(free.startsAt, free.endsAt, place)}</span>
      <span className={styles.seats}>
        {named(t('seat', { seat: free.seatNumber }))}
        {found.othersFree === 0 ? null : ` · ${t('find.more', { count: found.othersFree })}`}
      </span>
    </Link>
  )
}
