import type { RefObject } from 'react'
import { useKeys } from '../lib/use-keys.tsx'
import { walkRows } from './walk-list.ts'

/** Walks from row to row through the tables inside, by the first of each row that can be pressed. */
export function useTableKeys(around: RefObject<HTMLElement | null>): void {
  const walk = (by: 1 | -1) => walkRows(around.current, 'tbody tr', by)
  useKeys('settings', { 'settings.down': () => walk(1), 'settings.up': () => walk(-1) })
}
