import { useQuery } from '@tanstack/react-query'
import { Dices } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import { dayTime } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Whole } from '../../../ui/Whole.tsx'
import styles from './DrawNotice.module.css'
import { daysOf, hoursOf } from './draw-words.ts'
import { openWindows } from './drawn-hours.ts'
import { drawWindows } from './draws.queries.ts'

/** Above the board: what of these days looks free and is not, because it is drawn for whoever asks, and the way there. */
export function DrawNotice({ first, last = first, roomId }: { first: PlainDate; last?: PlainDate; roomId: Id }) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const now = useNow(60_000)
  const windows = useQuery(drawWindows).data?.windows ?? []
  return openWindows(windows, roomId, first, last).map((window) => (
    <p key={window.id} className={styles.notice}>
      <Dices aria-hidden="true" />
      <span>
        <Whole
          words={t(first === last ? 'board.notice' : 'board.noticeOfDays', {
            days: daysOf(t, window, place),
            hours: hoursOf(t, window),
            until: dayTime(window.closesAt, place, now),
          })}
        />
      </span>
      <Link to={`/draws?window=${window.id}`}>{t('refused.link')}</Link>
    </p>
  ))
}
