import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DrawWindow } from '../../../../shared/contract/seats/draws.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { roughly } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useHasRooms, useRoomNames } from '../../../lib/seat-rooms.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { RowButton } from '../../../ui/RowButton.tsx'
import styles from './DrawList.module.css'
import { daysOf, hoursOf, useLeftOfDraw } from './draw-words.ts'
import { drawWindows } from './draws.queries.ts'

export interface DrawListProps {
  windows: readonly DrawWindow[]
  skewMs: number
  chosenId: Id | null
  /** Windows the person here asked in. */
  askedIn: ReadonlySet<Id>
  onChoose: (windowId: Id) => void
}

/** Windows that take requests first, soonest closing first; then those that are over. */
export function DrawList({ windows, skewMs, chosenId, askedIn, onChoose }: DrawListProps) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const hasRooms = useHasRooms()
  const namesOf = useRoomNames()
  return (
    <ul aria-label={t('list.label')}>
      {windows.map((window) => (
        <li key={window.id}>
          <RowButton
            className={styles.row}
            aria-current={window.id === chosenId || undefined}
            onClick={() => onChoose(window.id)}
          >
            <span className={styles.days}>{daysOf(t, window, place)}</span>
            <DrawStateBadge window={window} skewMs={skewMs} />
            <span className={styles.what}>
              {[hoursOf(t, window), ...(hasRooms ? namesOf(window.rooms) : [])].join(' · ')}
            </span>
            <span className={styles.count}>
              {askedIn.has(window.id) ? `${t('window.mine')} · ` : ''}
              {t('window.requests', { count: window.requestCount })}
            </span>
          </RowButton>
        </li>
      ))}
    </ul>
  )
}

/** How long requests are still taken, or what became of it. */
export function DrawStateBadge({ window, skewMs }: { window: DrawWindow; skewMs: number }) {
  const { t } = useTranslation('draws')
  const { language } = usePlace()
  const isOfBefore = useQuery(drawWindows).data?.isOfBefore === true
  const left = useLeftOfDraw(window, skewMs)
  if (window.state === 'cancelled') return <Badge look="outline">{t('state.cancelled')}</Badge>
  if (window.state === 'drawn') return <Badge>{t('state.drawn')}</Badge>
  if (left === null) return <Badge tone="soon">{t(isOfBefore ? 'state.closed' : 'state.soon')}</Badge>
  return <Badge tone={left < 3_600_000 ? 'soon' : 'accent'}>{t('state.left', { left: roughly(left, language) })}</Badge>
}
