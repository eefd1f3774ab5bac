import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListImport } from '../../shared/contract/house/list-imports.ts'
import { dateTime } from '../lib/formats.ts'
import { useNow } from '../lib/now.ts'
import { usePlace } from '../lib/place-store.ts'
import { Button } from './Button.tsx'
import styles from './EarlierLists.module.css'
import { ScrollBox } from './ScrollBox.tsx'

export interface EarlierListsProps {
  lists: readonly ListImport[]
  /** What they brought. */
  of: 'people' | 'bookings'
  /** Takes one back, or does it again. */
  onTurn(list: ListImport): Promise<void>
}

/** Below the way in for a list: those that were brought in before, each with the way back. None, nothing. */
export function EarlierLists({ lists, of, onTurn }: EarlierListsProps) {
  const { t } = useTranslation('settings')
  const [place, now] = [usePlace(), useNow()]
  const [turningId, setTurningId] = useState<string | null>(null)
  if (lists.length === 0) return null
  const turn = async (list: ListImport) => {
    if (turningId !== null) return
    setTurningId(list.id)
    await onTurn(list)
    setTurningId(null)
  }
  return (
    <div className={styles.lists}>
      <h3 className={styles.title}>{t('imports.title')}</h3>
      <ScrollBox label={t('imports.title')} height={190}>
        <ul>
          {lists.map((list) => {
            const when = dateTime(list.at, place, now)
            return (
              <li key={list.id} className="list-row">
                <div>
                  <p className="ellipsis">
                    {t('imports.line', {
                      ...{ when, name: list.byName ?? t('imports.somebody') },
                      count: t(`imports.count.${of}`, { count: list.count }),
                    })}
                  </p>
                  {becameOf(list).map((words) => (
                    <p key={words} className={styles.became}>
                      {words}
                    </p>
                  ))}
                </div>
                {list.count === 0 ? null : (
                  <Button
                    size="small"
                    busy={turningId === list.id}
                    aria-label={t(`imports.${list.state}One`, { when })}
                    onClick={() => void turn(list)}
                  >
                    {t(`imports.${list.state}`)}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </ScrollBox>
    </div>
  )

  function becameOf({ state, turnedAt, turnedByName, count, keptCount }: ListImport): string[] {
    const when = turnedAt === null ? '' : dateTime(turnedAt, place, now)
    const back = { when, name: turnedByName ?? t('imports.somebody') }
    return [
      ...(state === 'undone' ? [t('imports.takenBack', back)] : []),
      ...(count === 0 ? [t('imports.nothingLeft')] : keptCount > 0 ? [t('imports.stayed', { count: keptCount })] : []),
    ]
  }
}
