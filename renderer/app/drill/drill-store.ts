import { create } from 'zustand'
import { DRILL, LEAST_WORDS } from './drill-steps.ts'

/** A practice call of its own: it lives in this window's memory and nowhere else. */
export interface Drill {
  isOpen: boolean
  /** Index into DRILL; its length once all is done. */
  step: number
  text: string
  kind: 'voice' | 'view'
  /** The digit of the issue type. */
  type: number | null
  /** When the first key of the note was pressed, by the practice call's clock. */
  markMs: number | null
  call: number
  saved: readonly string[]
  half: string | null
  isChosen: boolean
}

const AT_FIRST: Drill = {
  ...{ isOpen: false, step: 0, text: '', kind: 'voice', type: null, markMs: null, call: 1 },
  ...{ saved: [], half: null, isChosen: false },
}

export const useDrill = create<Drill>()(() => AT_FIRST)

/** Where it was left; from the beginning once it was done. */
export const openDrill = (): void =>
  useDrill.setState((drill) => (drill.step < DRILL.length ? { isOpen: true } : { ...AT_FIRST, isOpen: true }))

export const leaveDrill = (): void => useDrill.setState({ isOpen: false })

export const beginAgain = (): void => useDrill.setState({ ...AT_FIRST, isOpen: true })

/** What was typed; enough words end a step that waits for them. */
export function write(text: string, nowMs: number): void {
  useDrill.setState((drill) => {
    const markMs = text === '' ? null : (drill.markMs ?? nowMs)
    const isStep = DRILL[drill.step]?.waitsFor === 'writes' && text.trim().length >= LEAST_WORDS
    return { text, markMs, step: drill.step + Number(isStep) }
  })
}

/** The key that the step waits for was pressed: what it does in a real call happens here. */
export function press(waitsFor: string, digit: number | null = null): boolean {
  const { step, text, half, saved } = useDrill.getState()
  const now = DRILL[step]
  if (now === undefined || now.waitsFor !== waitsFor) return false
  const empty = { text: '', markMs: null, type: null, kind: 'voice' as const }
  const becomes: Partial<Drill> = {
    ...(now.id === 'view' && { kind: 'view' as const }),
    ...(now.id === 'voice' && { kind: 'voice' as const }),
    ...(now.id === 'digit' && { type: digit }),
    ...(now.id === 'save' && { ...empty, saved: [...saved, text] }),
    ...(now.id === 'nextCall' && { ...empty, half: text, call: 2 }),
    ...(now.id === 'halfDone' && { text: half ?? '', half: null }),
    ...(now.id === 'choose' && { isChosen: true }),
  }
  useDrill.setState({ ...becomes, step: step + 1 })
  return true
}
