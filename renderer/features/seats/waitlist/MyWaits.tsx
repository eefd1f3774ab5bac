import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Offer, StandingWait } from '../../../../shared/contract/seats/waitlist.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isPlaceOf } from '../../../../shared/domain/seats/waitlist.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dayOf, roughly, timeOn, timeRange } from '../../../lib/formats.ts'
import { todayIn, useLeftMs, useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { sentences } from '../../../lib/sentences.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { useShown } from '../../../lib/use-shown.ts'
import { Button } from '../../../ui/Button.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import { bookingName } from '../booking/booking-name.ts'
import styles from './MyWaits.module.css'
import { acceptOffer, declineOffer, leave } from './waitlist.actions.ts'
import { waitsOf } from './waitlist.queries.ts'
import { chanceWords, firstOffer, lengthWords, positionWords, windowName } from './waitlist-words.ts'

/** What is held for the person at this desk, or for whom they book, to be answered with one key, and what these wait for. Neither, no panel. */
export function MyWaits({ me }: { me: Id }) {
  const { t } = useTranslation('waitlist')
  const query = useQuery(waitsOf(me))
  const waits = query.data ?? []
  const first = firstOffer(waits)
  useShown({
    wait: waits.map(({ id }) => id),
    offer: waits.flatMap(({ offer }) => offer?.id ?? []),
  })
  useKeys('today', {
    'today.acceptOffer': () => (first === null ? false : void acceptOffer(first)),
    'today.declineOffer': () => (first === null ? false : void declineOffer(first)),
  })
  if (query.isError)
    return (
      <Panel title={t('panel.title')}>
        <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} />
      </Panel>
    )
  if (waits.length === 0) return null
  return (
    <Panel title={t('panel.title')} aside={waits.length} flush>
      <ul className={styles.list}>
        {waits.map((wait) => (
          <li key={wait.id} className={styles.wait}>
            {wait.offer === null ? null : <HeldFor offer={wait.offer} me={me} hasKeys={wait.offer === first} />}
            <Waiting wait={wait} me={me} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function HeldFor({ offer, me, hasKeys }: { offer: Offer; me: Id; hasKeys: boolean }) {
  const { t } = useTranslation('waitlist')
  const roomAt = useSeatRooms()
  const { place, named } = roomAt(offer)
  const { timed } = roomAt({ seatId: offer.seatId, startsAt: offer.expiresAt })
  const now = useNow(60_000)
  const leftMs = Math.max(0, useLeftMs(offer.expiresAt))
  const acceptChord = useChord('today.acceptOffer')
  const declineChord = useChord('today.declineOffer')
  return (
    <div className={styles.offer}>
      <p className={styles.held}>
        <strong>
          {named(
            offer.personId === me
              ? t('offer.title', { seat: offer.seatNumber })
              : t('offer.titleFor', { seat: offer.seatNumber, name: offer.personName }),
          )}
        </strong>
        <span className="figures">
          <Whole words={`${dayOf(offer.startsAt, place, now)} ${timeRange(offer.startsAt, offer.endsAt, place)}`} />
        </span>
      </p>
      <p className={styles.left}>
        <Whole
          words={sentences(
            t('offer.left', {
              left: roughly(leftMs, place.language),
              until: timed(timeOn(todayIn(place), offer.expiresAt, place)),
            }),
            t('offer.hint'),
          )}
        />
      </p>
      <div className={styles.acts}>
        <Button
          tone="primary"
          size="small"
          chord={hasKeys ? acceptChord : undefined}
          aria-label={`${t('offer.accept')} ${bookingName(offer)}`}
          onClick={() => void acceptOffer(offer)}
        >
          {t('offer.accept')}
        </Button>
        <Button
          size="small"
          chord={hasKeys ? declineChord : undefined}
          aria-label={`${t('offer.decline')} ${bookingName(offer)}`}
          onClick={() => void declineOffer(offer)}
        >
          {t('offer.decline')}
        </Button>
      </div>
    </div>
  )
}

function Waiting({ wait, me }: { wait: StandingWait; me: Id }) {
  const { t } = useTranslation('waitlist')
  const place = usePlace()
  const { named, place: there } = useSeatRooms()({ roomId: wait.roomId, startsAt: wait.madeAt })
  return (
    <div className={styles.row}>
      <div>
        {wait.windows.map((window, index) => {
          const standing = wait.standings[index]
          const how = [...(wait.personId === me ? [] : [wait.personName]), lengthWords(window, place)]
          const isHeld = wait.offer !== null && isPlaceOf(window, wait.offer, there.timeZone)
          if (standing !== undefined) how.push(positionWords(t, standing))
          return (
            <div key={`${window.date} ${window.from}`}>
              <p className={styles.window}>
                <strong className="figures">
                  <Whole words={named(windowName(t, window, place))} />
                </strong>{' '}
                <span className={styles.how}>{how.join(' · ')}</span>
              </p>
              {standing === undefined || isHeld ? null : (
                <p className={styles.chance}>{chanceWords(t, standing, window, place)}</p>
              )}
            </div>
          )
        })}
        {wait.acceptHours === null ? null : (
          <p className={styles.chance}>{t('row.auto', { count: wait.acceptHours })}</p>
        )}
      </div>
      <Button size="small" tone="quiet" onClick={() => void leave(wait)}>
        {t('row.leave')}
      </Button>
    </div>
  )
}
