import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StandingWait, WaitWindow } from '../../../../shared/contract/seats/waitlist.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { dayName, timeOn, timeRange } from '../../../lib/formats.ts'
import { useMay } from '../../../lib/may.ts'
import { todayIn } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import styles from './DayWaits.module.css'
import { leave } from './waitlist.actions.ts'
import { waitsOfDay } from './waitlist.queries.ts'
import { lengthWords, positionWords } from './waitlist-words.ts'

/** For whoever coordinates: how many wait for the day, and who. Nobody waits, nothing to press. */
export function DayWaits({ day }: { day: PlainDate }) {
  const { t } = useTranslation('waitlist')
  const place = usePlace()
  const [isOpen, setIsOpen] = useState(false)
  const may = useMay('waitlist.ofDay')
  const room = useRoomHere().data
  const all = useQuery({ ...waitsOfDay(day), enabled: may }).data ?? []
  const waits = all.filter(({ roomId }) => roomId === room?.id)
  if (waits.length === 0 && !isOpen) return null
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('day.button', { count: waits.length })}</Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('day.title', { date: dayName(day, place) })}
        width={560}
      >
        {waits.length === 0 ? <p>{t('day.none')}</p> : null}
        <ol className={styles.list}>
          {waits.map((wait) =>
            wait.windows
              .filter((window) => window.date === day)
              .map((window) => <Line key={`${wait.id} ${window.from}`} wait={wait} window={window} />),
          )}
        </ol>
        <p className={styles.order}>{t('order')}</p>
      </Dialog>
    </>
  )
}

function Line({ wait, window }: { wait: StandingWait; window: WaitWindow }) {
  const { t } = useTranslation('waitlist')
  const place = usePlace()
  const standing = wait.standings[wait.windows.indexOf(window)]
  const { offer } = wait
  return (
    <li className={styles.line}>
      <strong>{wait.personName}</strong>
      <span className="figures">
        {window.from}–{window.to} · {lengthWords(window, place)}
      </span>
      <span className={styles.state} data-held={offer !== null || undefined}>
        {offer === null
          ? standing === undefined
            ? t('day.waiting')
            : positionWords(t, standing)
          : t('day.offered', {
              seat: offer.seatNumber,
              time: timeRange(offer.startsAt, offer.endsAt, place),
              until: timeOn(todayIn(place), offer.expiresAt, place),
            })}
      </span>
      <Button
        size="small"
        tone="quiet"
        aria-label={`${t('row.leave')} ${wait.personName}`}
        onClick={() => void leave(wait)}
      >
        {t('row.leave')}
      </Button>
    </li>
  )
}
