import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LostChange } from '../../../../shared/contract/team/lost.ts'
import { dateTime } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { Button } from '../../../ui/Button.tsx'
import { SheetTable } from '../../../ui/SheetTable.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './LostChanges.module.css'
import { aboutOf, pathOf } from './lost-words.ts'

/** Lines of what a hub does not have: when, what was done, what to do about it. */
export function LostTable({ children }: { children: ReactNode }) {
  const { t } = useTranslation('team')
  return (
    <div className={styles.list}>
      <SheetTable
        isRoomy
        heads={[
          { key: 'when', head: t('lost.when') },
          { key: 'done', head: t('lost.done') },
          { key: 'act', head: <VisuallyHidden>{t('lost.act')}</VisuallyHidden> },
        ]}
      >
        {children}
      </SheetTable>
    </div>
  )
}

interface LostRowProps {
  change: LostChange
  /** What else is said of it. */
  more?: ReactNode
  /** What can be done in front of looking at it. */
  act?: ReactNode
  onSeen: () => void
}

/** One change, which can be looked at where it was made and be seen to. */
export function LostRow({ change, more, act, onSeen }: LostRowProps) {
  const { t } = useTranslation(['team', 'bring'])
  const place = usePlace()
  const roomOf = useSeatRooms()
  const now = useNow()
  const navigate = useNavigate()
  const done = t(`lost.kind.${change.kind}`)
  const name = aboutOf(change, t, roomOf)
  const what = [done, name].filter(Boolean).join(' ')
  return (
    <tr>
      <td className="figures">{dateTime(change.at, place, now)}</td>
      <td>
        {done} <span className="figures">{name}</span>
        {more}
      </td>
      <td className={styles.acts}>
        {act}
        <Button
          size="small"
          aria-label={t('lost.lookOf', { what })}
          onClick={() => void navigate(pathOf(change, roomOf))}
        >
          {t('lost.look')}
        </Button>
        <Button size="small" tone="quiet" aria-label={t('lost.seenOf', { what })} onClick={onSeen}>
          {t('lost.seen')}
        </Button>
      </td>
    </tr>
  )
}
