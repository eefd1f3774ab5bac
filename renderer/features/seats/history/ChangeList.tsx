import { useTranslation } from 'react-i18next'
import type { BookingChange } from '../../../../shared/contract/seats/bookings.ts'
import { dateTime } from '../../../lib/formats.ts'
import { useHouseTime } from '../../../lib/house-time.ts'
import { useNameApart } from '../../../lib/name-apart.ts'
import { useNow } from '../../../lib/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { HistoryItem, HistoryList } from '../../../ui/HistoryList.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import { bookingName } from '../booking/booking-name.ts'
import styles from './ChangeList.module.css'
import { canTakeBack, takeBack } from './take-back.ts'

/** What happens to whoever it is for, and is no act of somebody at a desk. */
const BEFALLS: readonly BookingChange['what'][] = ['no_show', 'drawn']

/** Who, what, when and why, the newest on top; what was done last to a booking can be taken back. `isOfAll`: says whose it is. */
export function ChangeList({ changes, isOfAll = false }: { changes: readonly BookingChange[]; isOfAll?: boolean }) {
  const { t } = useTranslation('seats')
  const houseTime = useHouseTime()
  const now = useNow()
  const nameApart = useNameApart()
  const whose = ({ booking }: BookingChange) => nameApart(booking.personId, booking.personName)
  return (
    <HistoryList>
      {changes.map((change) => (
        <HistoryItem
          key={change.id}
          tone={change.what === 'reserved' ? 'accent' : change.what === 'cancelled' ? 'risk' : 'neutral'}
          who={
            befalls(change)
              ? whose(change)
              : change.actorName === null
                ? t('history.somebody')
                : nameApart(change.actorId, change.actorName)
          }
          what={
            <>
              <span>{t(isBack(change) ? 'history.cameBack' : `history.${change.what}`)}</span>
              {isOfAll && !befalls(change) ? <span className={styles.whose}>{whose(change)}</span> : null}
            </>
          }
          at={change.at}
          when={houseTime(change.at, (place) => dateTime(change.at, place, now))}
        >
          <p className={styles.what}>
            <Whole words={placesOf(change)} />
          </p>
          {change.what === 'drawn' && change.actorName !== null && change.actorId !== change.booking.personId ? (
            <p className={styles.what}>{t('history.handedInBy', { name: change.actorName })}</p>
          ) : null}
          {change.withName === null ? null : (
            <p className={styles.what}>{t('history.swappedWith', { name: change.withName })}</p>
          )}
          {change.reason === null ? null : (
            <p className={styles.what}>
              {t(change.what === 'swapped' ? 'history.whySwapped' : 'history.why', { reason: change.reason })}
            </p>
          )}
          {canTakeBack(change, now) ? (
            <Button size="small" onClick={() => void takeBack(change)}>
              {t(`history.back.${change.what === 'cancelled' ? 'restore' : 'asBefore'}`)}
            </Button>
          ) : null}
        </HistoryItem>
      ))}
    </HistoryList>
  )

  /** Nobody's act: it had counted as missed by a clock that was ahead, and nobody had cancelled it. By the clock that was put right it may stand before that. */
  function isBack({ what, actorId, booking }: BookingChange): boolean {
    if (what !== 'restored' || actorId !== null) return false
    const all = changes.filter((one) => one.booking.id === booking.id).map((one) => one.what)
    return all.includes('no_show') && !all.includes('cancelled')
  }

  function befalls(change: BookingChange): boolean {
    return BEFALLS.includes(change.what) || isBack(change)
  }

  function placesOf({ what, before, after }: BookingChange): string {
    if (what === 'edited') {
      const purpose = t(`purpose.${after.purpose}`)
      return after.companionName === null
        ? purpose
        : `${purpose}${t('comma')}${t('with', { name: after.companionName })}`
    }
    if (what === 'checked_in' && after.satByName !== null)
      return `${bookingName(after)}${t('comma')}${t('history.satBy', { name: after.satByName })}`
    return (what === 'rescheduled' || what === 'swapped') && before !== null
      ? t('history.fromTo', { from: bookingName(before, after), to: bookingName(after, before) })
      : bookingName(after)
  }
}
