import { create } from 'zustand'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isKeepable } from '../../../lib/text-fault.ts'

interface SessionsDesk {
  /** What stands in the field for the listener. Kept here and never in the address. */
  readonly typed: string
  /** What is looked for: the typed name once the input method is done with it. */
  readonly text: string
  /** The list as it was left: its address, and the session that was read. */
  readonly left: { readonly search: string; readonly sessionId: string | null }
}

export const useSessionsDesk = create<SessionsDesk>()(() => ({
  typed: '',
  text: '',
  left: { search: '', sessionId: null },
}))

export function typeListener(typed: string, isComposed: boolean): void {
  const isWanted = !isComposed && isKeepable(typed, LONGEST.search)
  useSessionsDesk.setState(isWanted ? { typed, text: typed.trim() } : { typed })
}

/** The way back from a session leads to the page and the dates it was found with. */
export const showList = (search: string): void =>
  useSessionsDesk.setState(({ left }) => ({ left: { ...left, search } }))

export const readSession = (sessionId: string): void =>
  useSessionsDesk.setState(({ left }) => ({ left: { ...left, sessionId } }))

export const forgetListener = (): void => useSessionsDesk.setState({ typed: '', text: '' })
