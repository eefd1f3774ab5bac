import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LostChange } from '../../../../shared/contract/team/lost.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { dateTime, dayOf, timeRange } from '../../../lib/formats.ts'
import { instantNow, useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SheetTable } from '../../../ui/SheetTable.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { lostChanges } from '../team.queries.ts'
import styles from './LostChanges.module.css'
import { bringBack, type NotBack, putAway } from './lost.actions.ts'

/** Where somebody sees to it. */
function pathOf({ kind, about, sessionId }: LostChange, roomOf: ReturnType<typeof useSeatRooms>): string {
  switch (kind) {
    case 'reserved':
    case 'rescheduled':
    case 'cancelled':
    case 'booking':
      return about.what === 'booking' ? roomOf(about).path : '/seats'
    case 'ticket_opened':
    case 'ticket':
      return sessionId === null ? '/tickets' : `/sessions/${sessionId}`
    case 'heard':
      return sessionId === null ? '/sessions' : `/sessions/${sessionId}`
    case 'person':
      return '/settings?section=people'
    case 'export':
      return '/exports'
    case 'brought':
      return '/settings?section=team'
    case 'rules':
      return '/settings'
  }
}

/** Of what it was, by the clock of its room: «11月30日 周一 10:30–12:00 3 号席 林岚», «ES-000012». */
function aboutOf(
  { about }: LostChange,
  t: TFunction<['team', 'bring']>,
  roomOf: ReturnType<typeof useSeatRooms>,
): string {
  if (about.what === 'ticket') return ticketName(about.number)
  if (about.what === 'person') return about.name
  if (about.what === 'nothing') return ''
  const { startsAt, endsAt, seatNumber: number, personName: name } = about
  const { place, named } = roomOf(about)
  const seat = named(t('bring:seat', { number }))
  const day = dayOf(startsAt, place, instantNow())
  return t('lost.booking', { day, time: timeRange(startsAt, endsAt, place), seat, name })
}

/** What the hub lost of what was done at this desk, as it was put back from an older copy: nothing while it lost nothing. */
export function LostChanges() {
  const { t } = useTranslation('team')
  const lost = useQuery(lostChanges).data ?? []
  if (lost.length === 0) return null
  return (
    <Panel
      title={t('lost.title')}
      flush
      actions={
        <Button
          onClick={() =>
            void putAway(
              lost.flatMap(({ ids }) => ids),
              lost.length,
            )
          }
        >
          {t('lost.allSeen')}
        </Button>
      }
    >
      <p className={styles.what}>{t('lost.what', { count: lost.length })}</p>
      <div className={styles.list}>
        <SheetTable
          isRoomy
          heads={[
            { key: 'when', head: t('lost.when') },
            { key: 'done', head: t('lost.done') },
            { key: 'act', head: <VisuallyHidden>{t('lost.act')}</VisuallyHidden> },
          ]}
        >
          {lost.map((change) => (
            <Line key={change.ids[0]} change={change} />
          ))}
        </SheetTable>
      </div>
    </Panel>
  )
}

function Line({ change }: { change: LostChange }) {
  const { t } = useTranslation(['team', 'bring'])
  const place = usePlace()
  const roomOf = useSeatRooms()
  const now = useNow()
  const navigate = useNavigate()
  const [notBack, setNotBack] = useState<NotBack | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { at, kind, about, ids, sessionId } = change
  const name = aboutOf(change, t, roomOf)
  const what = [t(`lost.kind.${kind}`), name].filter(Boolean).join(' ')
  const booking = kind === 'reserved' && about.what === 'booking' ? about : null
  const isPast = booking !== null && booking.startsAt <= now
  const goBack = async (bookingId: string) => {
    if (isBusy) return
    setIsBusy(true)
    setNotBack(await bringBack(bookingId, name))
    setIsBusy(false)
  }
  return (
    <tr>
      <td className="figures">{dateTime(at, place, now)}</td>
      <td>
        {t(`lost.kind.${kind}`)} <span className="figures">{name}</span>
        {notBack === null ? null : (
          <p className={styles.trouble} role="alert">
            <WhyNot notBack={notBack} />
          </p>
        )}
        {isPast ? <p className={styles.quiet}>{t('lost.past')}</p> : null}
        {kind === 'ticket_opened' && sessionId !== null ? <p className={styles.quiet}>{t('lost.again')}</p> : null}
      </td>
      <td className={styles.acts}>
        {booking === null || isPast ? null : (
          <Button
            size="small"
            busy={isBusy}
            aria-label={t('lost.backOf', { what: name })}
            onClick={() => void goBack(booking.bookingId)}
          >
            {t('lost.back')}
          </Button>
        )}
        <Button
          size="small"
          aria-label={t('lost.lookOf', { what })}
          onClick={() => void navigate(pathOf(change, roomOf))}
        >
          {t('lost.look')}
        </Button>
        <Button size="small" tone="quiet" aria-label={t('lost.seenOf', { what })} onClick={() => void putAway(ids, 1)}>
          {t('lost.seen')}
        </Button>
      </td>
    </tr>
  )
}

/** In the words in which bookings that come along are refused. */
function WhyNot({ notBack }: { notBack: NotBack }) {
  const { t } = useTranslation('team')
  const { t: bring } = useTranslation('bring')
  const { how } = notBack
  switch (how) {
    case 'not_lost':
    case 'hub_away':
    case 'hub_refused':
      return t(`lost.failed.${how}`)
    case 'laid':
    case 'there':
      return null
    case 'seat_taken':
    case 'person_taken': {
      const told = how === 'seat_taken' && notBack.taken?.isTheirs === true ? 'theirs' : how
      const { personName: name = '', seatNumber: seat = '' } = notBack.taken ?? {}
      return bring(`standing.${told}`, { name, seat, number: '' })
    }
    default:
      return bring(`standing.${how}`, { name: '', seat: '', number: '' })
  }
}
