import { AlarmClock, CirclePause, Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/contract/values.ts'
import { dateTime, roughly } from '../lib/formats.ts'
import { usePlace } from '../lib/place-store.ts'
import { Badge } from './Badge.tsx'

export interface DeadlineBadgeProps {
  dueAt: Instant
  /** From useNow(). */
  now: Instant
  /** The clock stands still (待补充, 待第三方): no «left», no «overdue». */
  isPaused?: boolean
}

/** Below this a deadline wants to be seen. */
const SOON_MS = 4 * 3_600_000

/** «还剩 3 小时», «超时 2 天», «停表». The exact time is in the title. */
export function DeadlineBadge({ dueAt, now, isPaused = false }: DeadlineBadgeProps) {
  const { t } = useTranslation('common')
  const place = usePlace()
  const leftMs = Date.parse(dueAt) - Date.parse(now)
  const title = t('deadline.dueAt', { time: dateTime(dueAt, place, now) })
  if (isPaused) {
    return (
      <Badge icon={<CirclePause />} title={title}>
        {t('deadline.paused')}
      </Badge>
    )
  }
  if (leftMs < 0) {
    return (
      <Badge tone="risk" look="filled" icon={<AlarmClock />} title={title}>
        <span className="figures">{t('deadline.overdue', { length: roughly(leftMs, place.language) })}</span>
      </Badge>
    )
  }
  return (
    <Badge tone={leftMs < SOON_MS ? 'soon' : 'neutral'} icon={<Clock />} title={title}>
      <span className="figures">{t('deadline.left', { length: roughly(leftMs, place.language) })}</span>
    </Badge>
  )
}
