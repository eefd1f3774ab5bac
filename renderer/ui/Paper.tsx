import { type ReactNode, useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../lib/formats.ts'
import { instantNow } from '../lib/now.ts'
import { usePlace } from '../lib/place-store.ts'
import styles from './Paper.module.css'
import { TableHead } from './TableHead.tsx'

export interface PaperProps {
  /** What it is: «工单 · 未了结». */
  title: string
  /** How much of it, or of when. */
  sub?: ReactNode
  /** Laid across: for what has many columns. */
  isAcross?: boolean
  /** A sheet for a door: laid across, its head as large as it is read from a metre, no number of the sheet. */
  isOneSheet?: boolean
  children: ReactNode
}

/** What the printer gets instead of the page it stands on: black on white, under a head with what and when. Not seen on screen. */
export function Paper({ title, sub, isAcross = false, isOneSheet = false, children }: PaperProps) {
  const { t } = useTranslation('common')
  const place = usePlace()
  const now = instantNow()
  return createPortal(
    <div className={styles.paper} data-printed data-across={isAcross || undefined} data-one={isOneSheet || undefined}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {sub === undefined ? null : <span>{sub}</span>}
        <span className={styles.when}>{t('paper.printed', { time: dateTime(now, place, now) })}</span>
      </header>
      {children}
    </div>,
    document.body,
  )
}

export interface PaperTableProps {
  heads: readonly string[]
  /** Columns of one width beside that of the row's name, with lines between. */
  isGrid?: boolean
  children: ReactNode
}

/** A table on paper; its head comes again on each sheet, and no row is cut in two. */
export function PaperTable({ heads, isGrid = false, children }: PaperTableProps) {
  return (
    <table className={styles.table} data-grid={isGrid || undefined}>
      <TableHead heads={heads} />
      <tbody>{children}</tbody>
    </table>
  )
}

/** How a cell of it behaves: `words` have room and are never cut, `word` stays on one line, `name` breaks between its words alone. */
export const paperCell = { words: styles.words ?? '', word: styles.word ?? '', name: styles.name ?? '' } as const

/** True from the moment somebody prints this page until the printer has it: only then is the paper laid out. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    // The browser takes the picture as soon as the event is over.
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}
