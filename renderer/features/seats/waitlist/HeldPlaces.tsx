import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { timeOn } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { areaStyle } from '../board/area-style.ts'
import type { DayBoard } from '../board/board-layout.ts'
import styles from './HeldPlaces.module.css'
import { heldOn } from './waitlist.queries.ts'

/** What of the day is held for those who wait; for whom is said to whoever coordinates, and to themselves. Seen only: a press asks for the place as before. */
export function HeldPlaces({ board }: { board: DayBoard }) {
  const { t } = useTranslation('waitlist')
  const place = usePlace()
  const held = useQuery(heldOn(board.date)).data ?? []
  return held.map((each) => {
    const style = areaStyle(board, each)
    if (style === null) return null
    const whose = each.personName === null ? t('held.mark') : t('held.markFor', { name: each.personName })
    return (
      <div
        key={`${each.seatId} ${each.startsAt}`}
        className={styles.held}
        style={style}
        data-mine={each.isMine || undefined}
      >
        <strong>{each.isMine ? t('held.mine') : whose}</strong>{' '}
        <span className="figures">{t('held.until', { until: timeOn(todayIn(place), each.until, place) })}</span>
      </div>
    )
  })
}
