import { create } from 'zustand'
import type { Id } from '../../../../shared/contract/values.ts'

/** A press that is on its way to the disk. Asked again it changes nothing more: each has an id of its own. */
type Send = () => Promise<{ readonly ok: boolean; readonly code?: string }>

interface Press {
  readonly caseId: Id
  /** A later one of the same stands in its place. */
  readonly about: string
  readonly send: Send
  /** It says all that earlier ones about the same said: of those that wait none need be sent. */
  readonly isAllOfIt?: boolean
  readonly onStored?: () => void
  readonly onRefused?: ((code: string | undefined) => void) | undefined
}

/** What the whole case hangs on. */
export const isRaiseOf = (caseId: Id) => (press: Press) => press.caseId === caseId && press.about === 'raise'

interface Outbox {
  /** What is not stored yet, in the order in which it happened. */
  readonly waiting: readonly Press[]
  /** What was refused: not stored, and kept until it is tried again, or a later press of the same is stored. */
  readonly refused: readonly Press[]
  /** Why the last try failed; null while nothing failed. */
  readonly why: string | null
}

export const useOutbox = create<Outbox>()(() => ({ waiting: [], refused: [], why: null }))

const AGAIN_MS = 2_000

/** These come back the same however often it is sent: it is laid aside and said so, and what follows goes on. */
const HOPELESS = new Set([
  'bad_input',
  'not_found',
  'unknown_call',
  'not_allowed',
  'too_large',
  'text_too_long',
  'locked',
  'taken_over',
])

/** Refused for good, and told in words by what brings it back: nobody tries it again. */
const SAID = 'taken_over'

let isSending = false

/** Keeps it in memory and sends it, after all that was pressed before, until it is stored. Nothing on screen waits for it. */
export function keepSending(press: Press): void {
  const isSaidAnew = (one: Press, place: number) =>
    press.isAllOfIt === true && one.caseId === press.caseId && one.about === press.about && !(isSending && place === 0)
  useOutbox.setState(({ waiting }) => ({
    waiting: [...waiting.filter((one, place) => !isSaidAnew(one, place)), press],
  }))
  void sendAll()
}

/** Sends once more what was refused, before what was pressed since. */
export function tryRefusedAgain(): void {
  useOutbox.setState(({ waiting, refused }) => ({ waiting: [...refused, ...waiting], refused: [] }))
  void sendAll()
}

async function sendAll(): Promise<void> {
  if (isSending) return
  isSending = true
  for (;;) {
    const [next] = useOutbox.getState().waiting
    if (next === undefined) break
    const answer = await next.send()
    if (!answer.ok && !HOPELESS.has(answer.code ?? '')) {
      useOutbox.setState({ why: answer.code ?? null })
      setTimeout(() => void sendAll(), AGAIN_MS)
      break
    }
    if (!answer.ok) next.onRefused?.(answer.code)
    useOutbox.setState(({ waiting, refused }) => {
      const others = refused.filter(({ caseId, about }) => caseId !== next.caseId || about !== next.about)
      return {
        waiting: waiting.filter((press) => press !== next),
        refused: answer.ok || answer.code === SAID ? others : [...others, next],
        why: null,
      }
    })
    if (answer.ok) next.onStored?.()
  }
  isSending = false
}

/** A window that is closed would take with it what is in its memory alone. Answers the way to stop. */
export function holdWindow(): () => void {
  const hold = (event: BeforeUnloadEvent) => {
    const { waiting, refused } = useOutbox.getState()
    if (waiting.length > 0 || refused.length > 0) event.preventDefault()
  }
  window.addEventListener('beforeunload', hold)
  return () => window.removeEventListener('beforeunload', hold)
}
