import { useTranslation } from 'react-i18next'
import type { LifeCase } from '../../../../shared/contract/life-channel/life-channel.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { dateTime } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useWindowFirst } from '../../../lib/rows-in-window.ts'
import { Badge } from '../../../ui/Badge.tsx'
import styles from './CaseList.module.css'

const TONES = { open: 'risk', handed_over: 'soon', closed: 'praise', dismissed: 'neutral' } as const

const ROW_HEIGHT = 44
/** The page's heading and the panel's. */
const ABOVE = 100

interface CaseListProps {
  cases: readonly LifeCase[]
  chosenId: Id | null
  onChoose: (caseId: Id) => void
}

/** Cases, newest first, without a word of anybody. */
export function CaseList({ cases, chosenId, onChoose }: CaseListProps) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const now = useNow(60_000)
  const chosenAt = cases.findIndex(({ id }) => id === chosenId)
  const drawn = useWindowFirst(cases, ROW_HEIGHT, ABOVE, chosenAt)
  return (
    <ul className={styles.list}>
      {drawn.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            className={styles.row}
            data-case={one.id}
            aria-current={one.id === chosenId || undefined}
            onClick={() => onChoose(one.id)}
          >
            <Badge tone={TONES[one.state]}>{t(`state.${one.state}`)}</Badge>
            <span className={styles.when}>{dateTime(one.raisedAt, place, now)}</span>
            <span className={styles.what}>
              {[t(`origin.${one.origin}`), one.grade === null ? null : t(`grade.${one.grade}`), one.raisedByName]
                .filter((each) => each !== null)
                .join(' · ')}
            </span>
            <span className={styles.time}>{one.handOverMs === null ? '—' : timecode(one.handOverMs)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
