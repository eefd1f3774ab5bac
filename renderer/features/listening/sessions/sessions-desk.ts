import { create } from 'zustand'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isKeepable } from '../../../lib/text-fault.ts'

interface SessionsDesk {
  /** What stands in the field for the listener. Kept here and never in the address. */
  readonly typed: string
  /** What is looked for: the typed name once the input method is done with it. */
  readonly text: string
}

export const useSessionsDesk = create<SessionsDesk>()(() => ({ typed: '', text: '' }))

export function typeListener(typed: string, isComposed: boolean): void {
  const isWanted = !isComposed && isKeepable(typed, LONGEST.search)
  useSessionsDesk.setState(isWanted ? { typed, text: typed.trim() } : { typed })
}

export const forgetListener = (): void => useSessionsDesk.setState({ typed: '', text: '' })
