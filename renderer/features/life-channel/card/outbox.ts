import { create } from 'zustand'

/** A press that is on its way to the disk. Asked again it changes nothing more: each has an id of its own. */
type Send = () => Promise<{ readonly ok: boolean; readonly code?: string }>

interface Outbox {
  /** What is not stored yet, in the order in which it happened. */
  readonly waiting: readonly Send[]
  /** Why the last try failed; null while nothing failed. */
  readonly why: string | null
}

export const useOutbox = create<Outbox>()(() => ({ waiting: [], why: null }))

const AGAIN_MS = 2_000

/** These come back the same however often it is sent: it is given up, and what follows goes on. */
const HOPELESS = new Set(['bad_input', 'not_found', 'unknown_call', 'not_allowed', 'too_large', 'text_too_long'])

let isSending = false

/** Keeps it in memory and sends it, after all that was pressed before, until it is stored. Nothing on screen waits for it. */
export function keepSending(send: Send): void {
  useOutbox.setState(({ waiting }) => ({ waiting: [...waiting, send] }))
  void sendAll()
}

async function sendAll(): Promise<void> {
  if (isSending) return
  isSending = true
  for (;;) {
    const [next] = useOutbox.getState().waiting
    if (next === undefined) break
    const answer = await next()
    if (!answer.ok && !HOPELESS.has(answer.code ?? '')) {
      useOutbox.setState({ why: answer.code ?? null })
      setTimeout(() => void sendAll(), AGAIN_MS)
      break
    }
    useOutbox.setState(({ waiting }) => ({ waiting: waiting.slice(1), why: null }))
  }
  isSending = false
}

/** A window that is closed would take with it what is in its memory alone. Answers the way to stop. */
export function holdWindow(): () => void {
  const hold = (event: BeforeUnloadEvent) => {
    if (useOutbox.getState().waiting.length > 0) event.preventDefault()
  }
  window.addEventListener('beforeunload', hold)
  return () => window.removeEventListener('beforeunload', hold)
}
