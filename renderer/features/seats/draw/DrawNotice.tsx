import { useQuery } from '@tanstack/react-query'
import { Dices } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import { dayTime } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import styles from './DrawNotice.module.css'
import { hoursOf } from './draw-words.ts'
import { drawWindows } from './draws.queries.ts'

/** Above the board of a day: what of it looks free and is not, because it is drawn for whoever asks, and the way there. */
export function DrawNotice({ day, roomId }: { day: PlainDate; roomId: Id }) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const now = useNow(60_000)
  const windows = useQuery(drawWindows).data?.windows ?? []
  const isOfDay = ({ state, from, to, rooms }: (typeof windows)[number]) =>
    state === 'open' && from <= day && day <= to && rooms.some(({ id }) => id === roomId)
  return windows.filter(isOfDay).map((window) => (
    <p key={window.id} className={styles.notice}>
      <Dices aria-hidden="true" />
      <span>{t('board.notice', { hours: hoursOf(t, window), until: dayTime(window.closesAt, place, now) })}</span>
      <Link to={`/draws?window=${window.id}`}>{t('refused.link')}</Link>
    </p>
  ))
}
