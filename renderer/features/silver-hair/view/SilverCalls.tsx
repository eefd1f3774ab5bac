import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SilverCall } from '../../../../shared/contract/silver-hair/silver-hair.ts'
import { dateIn, fullDayName, timeOfDay } from '../../../lib/formats.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { Badge } from '../../../ui/Badge.tsx'
import styles from './SilverView.module.css'

/** The calls, newest first; each opens where it was heard. */
export function SilverCalls({ calls }: { calls: readonly SilverCall[] }) {
  const { t } = useTranslation('silver')
  const roomOf = useSeatRooms()
  return (
    <ol className={styles.calls}>
      {calls.map((call) => {
        const { callId, sessionId, number, startedAt, effort, operation, help, toldFirst, jargon } = call
        const { place, named } = roomOf({ roomId: call.roomId, startsAt: call.startedAt })
        return (
          <li key={callId}>
            <Link className={styles.call} to={`/sessions/${sessionId}?call=${callId}`} data-call={callId}>
              <span className={styles.when}>
                {fullDayName(dateIn(startedAt, place.timeZone), place.language)} {timeOfDay(startedAt, place)}
              </span>
              <span>{named(t('call.number', { number }))}</span>
              <span className={styles.about}>
                {[operation === null ? null : t(`operation.${operation}`), help === null ? null : t(`help.${help}`)]
                  .filter((each) => each !== null)
                  .join(' · ')}
              </span>
              <span className={styles.marks}>
                {toldFirst === false ? <Badge tone="risk">{t('toldFirst.no')}</Badge> : null}
                {effort !== null && effort >= 4 ? <Badge tone="soon">{t('call.effort', { effort })}</Badge> : null}
                {jargon.length > 0 ? <Badge look="outline">{t('call.jargon', { count: jargon.length })}</Badge> : null}
              </span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
