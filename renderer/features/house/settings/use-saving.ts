import { useEffect, useRef, useState } from 'react'
import { failureOf } from '../../../lib/errors.ts'
import type { Say } from '../../../lib/i18n.ts'
import { notifyFailure } from '../../../ui/notices.ts'

/** What became of the last change of one field or section. */
export type SaveState = { kind: 'idle' | 'saving' | 'saved' } | { kind: 'failed'; words: Say }

const SAVED_SHOWN_MS = 2_500

/**
 * Saves at once and says so quietly. `work` gives null when it was kept, else the words of the refusal.
 * Of two saves that overlap only the later one is told.
 */
export function useSaving(): { state: SaveState; save: (work: () => Promise<Say | null>) => Promise<boolean> } {
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const turn = useRef(0)
  const isGone = useRef(false)
  useEffect(() => {
    isGone.current = false
    return () => {
      isGone.current = true
    }
  }, [])
  useEffect(() => {
    if (state.kind !== 'saved') return
    const timer = setTimeout(() => setState({ kind: 'idle' }), SAVED_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])
  const save = async (work: () => Promise<Say | null>) => {
    turn.current += 1
    const mine = turn.current
    setState({ kind: 'saving' })
    const words = await work().catch((problem: unknown) => () => failureOf(problem).title)
    // Whoever has left the field is told all the same: what they typed is not kept.
    if (isGone.current && words !== null) notifyFailure(() => ({ title: words() }))
    if (mine === turn.current) setState(words === null ? { kind: 'saved' } : { kind: 'failed', words })
    return words === null
  }
  return { state, save }
}
