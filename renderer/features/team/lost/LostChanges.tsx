import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LostChange } from '../../../../shared/contract/team/lost.ts'
import { useNow } from '../../../lib/now.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { lostChanges } from '../team.queries.ts'
import styles from './LostChanges.module.css'
import { LostRow, LostTable } from './LostTable.tsx'
import { bringBack, type NotBack, putAway } from './lost.actions.ts'
import { aboutOf } from './lost-words.ts'

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
      <LostTable>
        {lost.map((change) => (
          <Line key={change.ids[0]} change={change} />
        ))}
      </LostTable>
    </Panel>
  )
}

function Line({ change }: { change: LostChange }) {
  const { t } = useTranslation(['team', 'bring'])
  const roomOf = useSeatRooms()
  const now = useNow()
  const [notBack, setNotBack] = useState<NotBack | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { kind, about, ids, sessionId } = change
  const name = aboutOf(change, t, roomOf)
  const booking = kind === 'reserved' && about.what === 'booking' ? about : null
  const isPast = booking !== null && booking.startsAt <= now
  const goBack = async (bookingId: string) => {
    if (isBusy) return
    setIsBusy(true)
    setNotBack(await bringBack(bookingId, name))
    setIsBusy(false)
  }
  return (
    <LostRow
      change={change}
      more={
        <>
          {notBack === null ? null : (
            <p className={styles.trouble} role="alert">
              <WhyNot notBack={notBack} />
            </p>
          )}
          {isPast ? <p className={styles.quiet}>{t('lost.past')}</p> : null}
          {kind === 'ticket_opened' && sessionId !== null ? <p className={styles.quiet}>{t('lost.again')}</p> : null}
        </>
      }
      act={
        booking === null || isPast ? null : (
          <Button
            size="small"
            busy={isBusy}
            aria-label={t('lost.backOf', { what: name })}
            onClick={() => void goBack(booking.bookingId)}
          >
            {t('lost.back')}
          </Button>
        )
      }
      onSeen={() => void putAway(ids, 1)}
    />
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
