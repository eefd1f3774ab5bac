import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LostChange } from '../../../../shared/contract/team/lost.ts'
import { dateTime } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SheetTable } from '../../../ui/SheetTable.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { lostChanges } from '../team.queries.ts'
import styles from './LostChanges.module.css'
import { bringBack, type NotBack, putAway } from './lost.actions.ts'
import { aboutOf, pathOf } from './lost-words.ts'

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
