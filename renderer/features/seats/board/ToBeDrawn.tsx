import { useTranslation } from 'react-i18next'
import type { DayBoard } from './board-layout.ts'
import { drawnAreas } from './drawn-areas.ts'
import styles from './ToBeDrawn.module.css'

/** What of the day is still to be drawn. Seen only: the cells beneath say it. */
export function ToBeDrawn({ board, isNamed }: { board: DayBoard; isNamed: boolean }) {
  const { t } = useTranslation('seats')
  if (board.drawn.length === 0) return null
  return drawnAreas(board).map((area) => (
    <div key={`${area.left} ${area.top} ${area.width}`} className={styles.area} style={area} data-to-be-drawn>
      {isNamed ? <strong>{t('drawn.toCome')}</strong> : null}
    </div>
  ))
}
