import { create } from 'zustand'
import { isBlank } from '../../../shared/text/characters.ts'
import { DRILL, type DrillStep, type DrillStepId, type DrillType, LEAST_WORDS } from './drill-steps.ts'

/** What stands in the note box of the practice call. */
interface PracticeNote {
  text: string
  kind: 'voice' | 'view'
  type: DrillType | null
  /** When the first key of the note was pressed, by the practice call's clock. */
  markMs: number | null
}

/** A practice call of its own: it lives in this window's memory and nowhere else. */
export interface Drill extends PracticeNote {
  isOpen: boolean
  /** Index into DRILL; its length once all is done. */
  step: number
  call: 1 | 2
  /** On the window's own clock. */
  callBeganMs: number
  saved: readonly string[]
  half: PracticeNote | null
  isChosen: boolean
  /** The key pressed last was one of the call's, but not the one that is asked for now. */
  isSlip: boolean
}

const EMPTY: PracticeNote = { text: '', kind: 'voice', type: null, markMs: null }
const atFirst = (): Drill => ({
  ...EMPTY,
  ...{ isOpen: false, step: 0, call: 1, callBeganMs: performance.now() },
  ...{ saved: [], half: null, isChosen: false, isSlip: false },
})

export const useDrill = create<Drill>()(atFirst)

/** What is asked for now; undefined once all is done. */
export const stepOf = ({ step }: Pick<Drill, 'step'>): DrillStep | undefined => DRILL[step]

export const beginAgain = (): void => useDrill.setState({ ...atFirst(), isOpen: true })

/** Where it was left; from the beginning when it was not begun, or done. */
export function openDrill(): void {
  const { step } = useDrill.getState()
  if (step === 0 || step === DRILL.length) beginAgain()
  else useDrill.setState({ isOpen: true })
}

export const leaveDrill = (): void => useDrill.setState({ isOpen: false, isSlip: false })

/** What stands in the box. `isTyped`: words of the person's own, not those of an input method at work or of a key held down. */
export function write(text: string, isTyped: boolean): void {
  useDrill.setState((drill) => {
    const markMs = text === '' ? null : (drill.markMs ?? performance.now() - drill.callBeganMs)
    const isDone = isTyped && stepOf(drill)?.key === null && text.trim().length >= LEAST_WORDS
    return { text, markMs, step: drill.step + Number(isDone), isSlip: false }
  })
}

/** Words come first: the step waits for them, or its key would find an empty box. */
export function lacksWords(drill: Drill): boolean {
  const now = stepOf(drill)
  return now?.key === null || ((now?.id === 'save' || now?.id === 'nextCall') && isBlank(drill.text))
}

/** The key of a step was pressed: what it does in a real call happens here, when it is the one asked for. */
export function press(id: DrillStepId, type: DrillType | null = null): void {
  useDrill.setState((drill) => {
    if (stepOf(drill)?.id !== id || lacksWords(drill)) return { isSlip: true }
    return { ...doneBy(id, drill, type), step: drill.step + 1, isSlip: false }
  })
}

function doneBy(
  id: DrillStepId,
  { text, kind, markMs, half, ...drill }: Drill,
  type: DrillType | null,
): Partial<Drill> {
  if (id === 'view' || id === 'voice') return { kind: id }
  if (id === 'type') return { type }
  if (id === 'save') return { ...EMPTY, saved: [...drill.saved, text] }
  if (id === 'nextCall')
    return { ...EMPTY, half: { text, kind, markMs, type: drill.type }, call: 2, callBeganMs: performance.now() }
  if (id === 'halfDone') return { ...half, half: null }
  if (id === 'choose') return { isChosen: true }
  return {}
}
