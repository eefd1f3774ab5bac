import { useEffect, useRef } from 'react'
import { failureOf } from '../../../lib/errors.ts'
import type { Failure, WhyNot } from '../../../lib/failure.ts'
import { useSaid } from '../../../lib/hub-turns.ts'
import { notifyFailure } from '../../../ui/notices.ts'

/** What became of the last change of one field or section. */
export type SaveState = { kind: 'idle' | 'saving' | 'saved' } | { kind: 'failed'; whyNot: WhyNot }

const SAVED_SHOWN_MS = 2_500
const IDLE: SaveState = { kind: 'idle' }

/**
 * Saves at once and says so quietly. `work` gives null when it was kept, else why it was not.
 * Of two saves that overlap only the later one is told.
 */
export function useSaving(): { state: SaveState; save: (work: () => Promise<WhyNot | null>) => Promise<boolean> } {
  const [said, say] = useSaid<SaveState & Pick<Failure, 'isOfHub'>>()
  const state: SaveState = said ?? IDLE
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
    const timer = setTimeout(() => say(null), SAVED_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state, say])
  const save = async (work: () => Promise<WhyNot | null>) => {
    turn.current += 1
    const mine = turn.current
    say({ kind: 'saving' })
    const whyNot = await work().catch((problem: unknown) => () => failureOf(problem))
    // Whoever has left the field is told all the same: what they typed is not kept.
    if (isGone.current && whyNot !== null) notifyFailure(whyNot)
    if (mine === turn.current)
      say(whyNot === null ? { kind: 'saved' } : { kind: 'failed', whyNot, isOfHub: whyNot().isOfHub })
    return whyNot === null
  }
  return { state, save }
}
