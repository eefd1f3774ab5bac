import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ShownNote } from './shown-notes.ts'

/** Presses that follow each other sooner than this are one correction. */
const REST_MS = 600
const SECOND_MS = 1_000
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, '-': -1, ArrowRight: 1, '+': 1, '=': 1 }

/** The mark of a note moved second by second with the keys (five with Shift and an arrow); stored once the hands rest or leave. */
export function useMarkNudge(note: ShownNote, onRestamp: (note: ShownNote, offsetMs: number) => void) {
  const [markMs, setMarkMs] = useState<number | null>(null)
  const wanted = useRef<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Where the mark now is comes from outside again: stored, or taken back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what matters is that the stored mark has changed
  useEffect(() => setMarkMs(null), [note.offsetMs])
  useEffect(() => () => clearTimeout(timer.current), [])

  const settle = () => {
    clearTimeout(timer.current)
    if (wanted.current !== null && wanted.current !== note.offsetMs) onRestamp(note, wanted.current)
    else setMarkMs(null)
    wanted.current = null
  }
  /** True when the key moved the mark. */
  const pressed = (event: KeyboardEvent): boolean => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : STEPS[event.key]
    if (step === undefined) return false
    const seconds = event.shiftKey && event.key.startsWith('Arrow') ? step * 5 : step
    wanted.current = Math.max(0, (wanted.current ?? note.offsetMs) + seconds * SECOND_MS)
    setMarkMs(wanted.current)
    clearTimeout(timer.current)
    timer.current = setTimeout(settle, REST_MS)
    return true
  }
  return { markMs: markMs ?? note.offsetMs, isMoving: markMs !== null, pressed, settle }
}
