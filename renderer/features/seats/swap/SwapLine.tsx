import { useTranslation } from 'react-i18next'
import type { EndedSwap, Swap } from '../../../../shared/contract/seats/swaps.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import { bookingName } from '../booking/booking-name.ts'
import styles from './SwapLine.module.css'
import { agree, decline, readEnded, withdraw } from './swap.actions.ts'

/** What somebody asks, why, and the answers that may be given here. `chord`: the key that agrees, where one does. */
export function SwapLine({ swap, agreesBy }: { swap: Swap; agreesBy?: 'seats.agree' | 'today.agree' }) {
  const { t } = useTranslation('seats')
  const chord = useChord(agreesBy ?? 'seats.agree')
  const { booking, other } = swap
  const places = {
    name: booking.personName,
    place: bookingName(booking, other),
    otherPlace: bookingName(other, booking),
  }
  return (
    <div className={styles.line}>
      <p className={styles.words}>
        <Whole
          words={swap.isMineToAnswer ? t('swap.asked', places) : t('swap.waits', { ...places, name: other.personName })}
        />
      </p>
      <p className={styles.reason}>{t('history.why', { reason: swap.reason })}</p>
      <div className={styles.acts}>
        {swap.isMineToAnswer ? (
          <>
            <Button
              size="small"
              tone="primary"
              chord={agreesBy === undefined ? undefined : chord}
              onClick={() => void agree(swap)}
            >
              {t('swap.agree')}
            </Button>
            <Button size="small" onClick={() => void decline(swap)}>
              {t('swap.decline')}
            </Button>
          </>
        ) : (
          <Button size="small" tone="quiet" onClick={() => void withdraw(swap)}>
            {t('swap.withdraw')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** What somebody asked, or was asked, and came to nothing, why, and that they read of it. */
export function EndedSwapLine({ swap }: { swap: EndedSwap }) {
  const { t } = useTranslation('seats')
  const { booking, other, why, byName, isMineToAnswer } = swap
  const [own, theirs] = isMineToAnswer ? [other, booking] : [booking, other]
  const places = { name: theirs.personName, place: bookingName(own, theirs), otherPlace: bookingName(theirs, own) }
  const ending = why === 'own_changed' && byName === null ? 'own_changed_by_nobody' : why
  return (
    <div className={styles.line}>
      <p className={styles.words}>
        <Whole words={t(`swap.ended.${ending}`, { ...places, own: own.personName, by: byName ?? '' })} />
      </p>
      <div className={styles.acts}>
        <Button size="small" onClick={() => void readEnded(swap)}>
          {t('told.read')}
        </Button>
      </div>
    </div>
  )
}
