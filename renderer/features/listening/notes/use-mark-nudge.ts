import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useStable } from '../../../lib/use-stable.ts'
import type { ShownNote } from './shown-notes.ts'

/** Presses that follow each other sooner than this are one correction. */
const REST_MS = 600
const SECOND_MS = 1_000
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, '-': -1, ArrowRight: 1, '+': 1, '=': 1 }

/**
 * The mark of a note moved second by second with the keys (five with Shift and an arrow); stored once the hands rest or leave, also
 * when the screen leaves first. `onRestamp` is done when main has answered: the mark stands then where main has it.
 */
export function useMarkNudge(note: ShownNote, onRestamp: (note: ShownNote, offsetMs: number) => Promise<void>) {
  const [markMs, setMarkMs] = useState<number | null>(null)
  const wanted = useRef<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const settle = useStable(() => {
    clearTimeout(timer.current)
    const wantedMs = wanted.current
    wanted.current = null
    if (wantedMs === null || wantedMs === note.offsetMs) return setMarkMs(null)
    const rest = () => wanted.current === null && setMarkMs(null)
    void onRestamp(note, wantedMs).finally(rest)
  })
  useEffect(() => settle, [settle])

  /** True when the key moved the mark. */
  const pressed = (event: KeyboardEvent): boolean => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : STEPS[event.key]
    if (step === undefined) return false
    const seconds = event.shiftKey && event.key.startsWith('Arrow') ? step * 5 : step
    wanted.current = Math.max(0, (wanted.current ?? markMs ?? note.offsetMs) + seconds * SECOND_MS)
    setMarkMs(wanted.current)
    clearTimeout(timer.current)
    timer.current = setTimeout(settle, REST_MS)
    return true
  }
  return { markMs: markMs ?? note.offsetMs, isMoving: markMs !== null, pressed, settle }
}
