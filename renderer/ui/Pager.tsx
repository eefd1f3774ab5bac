import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ActionId } from '../lib/key-map.ts'
import { useChord } from '../lib/use-keys.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './Pager.module.css'

interface Turn {
  label: string
  action: ActionId
}

export interface PagerProps {
  /** From 1. */
  page: number
  pages: number
  /** `Page 2 of 5`. */
  label: string
  previous: Turn
  next: Turn
  onTurn: (by: 1 | -1) => void
}

/** Turns the pages of a long list; nothing is shown for a single page. */
export function Pager({ page, pages, label, previous, next, onTurn }: PagerProps) {
  const chords = [useChord(previous.action), useChord(next.action)]
  if (pages <= 1) return null
  return (
    <div className={styles.pager}>
      <IconButton
        icon={<ChevronLeft />}
        label={previous.label}
        chord={chords[0]}
        disabled={page <= 1}
        onClick={() => onTurn(-1)}
      />
      <span role="status">{label}</span>
      <IconButton
        icon={<ChevronRight />}
        label={next.label}
        chord={chords[1]}
        disabled={page >= pages}
        onClick={() => onTurn(1)}
      />
    </div>
  )
}
