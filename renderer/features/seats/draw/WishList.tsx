import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import styles from './WishList.module.css'
import { movedWish } from './wish-starts.ts'

export interface WishListProps {
  wishes: readonly string[]
  nameOf: (slotId: string) => string
  onChange: (wishes: string[]) => void
}

/** The wishes in their order. On one, Alt with an arrow moves it and Delete drops it; the focus goes along. */
export function WishList({ wishes, nameOf, onChange }: WishListProps) {
  const { t } = useTranslation('draws')
  const list = useRef<HTMLOListElement>(null)
  const following = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (following.current === null) return
    list.current?.querySelectorAll<HTMLElement>('[data-wish]')[following.current]?.focus()
    following.current = null
  })
  const move = (at: number, by: 1 | -1) => {
    const next = movedWish(wishes, at, by)
    if (next === null) return
    following.current = at + by
    onChange(next)
  }
  const drop = (at: number) => {
    following.current = Math.min(at, wishes.length - 2)
    onChange(wishes.filter((_, index) => index !== at))
  }
  const press = (event: KeyboardEvent, at: number) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (by !== null && event.altKey) move(at, by)
    else if (by !== null) list.current?.querySelectorAll<HTMLElement>('[data-wish]')[at + by]?.focus()
    else if (event.key === 'Delete' || event.key === 'Backspace') drop(at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div>
      <FieldLabel>{t('wish.list')}</FieldLabel>
      {wishes.length === 0 ? (
        <QuietLine>{t('wish.none')}</QuietLine>
      ) : (
        <>
          <ol ref={list} className={styles.list}>
            {wishes.map((id, at) => {
              const wish = nameOf(id)
              return (
                <li key={id} className={styles.row}>
                  <span className={styles.rank}>{at + 1}</span>
                  <button
                    type="button"
                    className={styles.name}
                    data-wish
                    aria-label={t('wish.moved', { wish, nth: at + 1 })}
                    aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
                    onKeyDown={(event) => press(event, at)}
                  >
                    {wish}
                  </button>
                  <IconButton
                    isOneOfMany
                    size="small"
                    icon={<ArrowUp />}
                    label={t('wish.up', { wish })}
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  />
                  <IconButton
                    isOneOfMany
                    size="small"
                    icon={<ArrowDown />}
                    label={t('wish.down', { wish })}
                    disabled={at === wishes.length - 1}
                    onClick={() => move(at, 1)}
                  />
                  <IconButton
                    isOneOfMany
                    size="small"
                    icon={<X />}
                    label={t('wish.remove', { wish })}
                    onClick={() => drop(at)}
                  />
                </li>
              )
            })}
          </ol>
          <p className={styles.hint}>{t('wish.listHint')}</p>
        </>
      )}
    </div>
  )
}
