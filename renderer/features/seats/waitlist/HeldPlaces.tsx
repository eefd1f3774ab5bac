import { useTranslation } from 'react-i18next'
import { timeOn } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { areaStyle } from '../board/area-style.ts'
import type { DayBoard } from '../board/board-layout.ts'
import styles from './HeldPlaces.module.css'
import { heldName } from './waitlist-words.ts'

/** What of the day is held for those who wait. Seen only: the cells beneath say it, and a press on them asks to wait too. */
export function HeldPlaces({ board }: { board: DayBoard }) {
  const { t } = useTranslation('waitlist')
  const place = usePlace()
  return board.heldPlaces.map((each) => (
    <div
      key={`${each.seatId} ${each.startsAt}`}
      className={styles.held}
      style={areaStyle(board, each) ?? undefined}
      data-mine={each.isMine || undefined}
    >
      <strong>{heldName(t, each)}</strong>
      <span className="figures">{t('held.until', { until: timeOn(todayIn(place), each.until, place) })}</span>
    </div>
  ))
}
