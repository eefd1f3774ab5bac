import { useRef, useState } from 'react'
import { v7 } from 'uuid'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import type { Id } from '../../shared/contract/values.ts'
import { callIsThere } from '../features/life-channel/card/card.actions.ts'
import { nextCall } from '../features/listening/call/listening.actions.ts'
import { boxOf, useNoteBoxes } from '../features/listening/notes/note-box.ts'
import { notesOfCall } from '../features/listening/notes/notes.queries.ts'
import type { Sitting } from '../lib/common-queries.ts'
import { instantNow } from '../lib/now.ts'
import { queryClient } from '../lib/query-client.ts'

export interface ComingCall {
  /** Stands where the call will be, until main has it: a note box is there and has the focus at once. Null where none is coming. */
  readonly call: Call | null
  /** Main was asked for it and has not answered yet. */
  readonly isWaiting: boolean
  /** Somebody asked for it: what is typed and pressed is about this call, also where main refused to begin it. */
  readonly isMeant: boolean
  /** The newest call, just begun here: it is looked at, whatever was before. */
  readonly begunHere: Call | null
  /**
   * Starts it, or the next where none is coming. Asked for once, however often it is pressed meanwhile. When it could not be started, what was
   * typed stays in its box and the next key tries again; with nothing typed there is no call.
   */
  begin(): void
  /** Whether it is looked at, or another call meanwhile. */
  look(isLookedAt: boolean): void
}

/** A call that somebody waits for. The window makes its id, so that box, composition and draft go on undisturbed when the call is there. */
interface Laid {
  readonly call: Call
  readonly isLookedAt: boolean
  /** Nobody asked for it yet; main was asked; or main refused it, and words stand in its box. */
  readonly stage: 'laid' | 'waiting' | 'refused'
}

/**
 * What is typed from this key on belongs to the call that comes: main may be slow to say that it is there. `named`: the call to which the address leads; whoever was led to
 * another one since looks at that.
 */
export function useComingCall(session: Sitting, calls: readonly Call[], named: Id | null): ComingCall {
  const [laid, setLaid] = useState<Laid | null>(() => (calls.length > 0 ? null : lay(session, calls)))
  const asked = useRef<string | null>(null)
  const newest = calls.at(-1)
  const isThere = laid !== null && calls.some(({ id }) => id === laid.call.id)
  const isWanted = laid !== null && (calls.length === 0 || laid.stage !== 'laid')
  const coming = isWanted && !isThere ? laid : null

  const look = (isLookedAt: boolean) => setLaid((now) => now && { ...now, isLookedAt })
  const ledTo = calls.find(({ id }) => id === named)?.id ?? null
  const [ledToBefore, setLedToBefore] = useState(ledTo)
  if (ledTo !== ledToBefore) {
    setLedToBefore(ledTo)
    // A link names the call that it begins: it leads away from no sentence for the call to come.
    const isBegun = calls.some(({ id, endedAt }) => id === ledTo && endedAt === null)
    const isKept = isBegun && coming !== null && hasWords(coming.call.id)
    if (ledTo !== null && !isKept) look(false)
  }

  const begin = async () => {
    const next = coming ?? lay(session, calls)
    const { id } = next.call
    if (asked.current === id) return setLaid({ ...next, isLookedAt: true })
    asked.current = id
    setLaid({ ...next, isLookedAt: true, stage: 'waiting' })
    if ((await nextCall(session.id, id)) !== null) return callIsThere(id)
    asked.current = null
    setLaid((now) => {
      if (now?.call.id !== id) return now
      if (hasWords(id)) return { ...now, stage: 'refused' }
      return calls.length === 0 ? { ...now, stage: 'laid' } : null
    })
  }
  // Another program may have begun one meanwhile.
  const number = (newest?.number ?? 0) + 1
  const call = coming?.isLookedAt ? coming.call : null
  return {
    call: call === null || call.number === number ? call : { ...call, number },
    isWaiting: coming?.stage === 'waiting',
    isMeant: coming !== null && coming.stage !== 'laid',
    begunHere: isThere && laid.isLookedAt && newest?.id === laid.call.id ? newest : null,
    begin: () => void begin(),
    look,
  }
}

function lay({ id: sessionId, startedAt }: Sitting, calls: readonly Call[]): Laid {
  const id = v7()
  // Nobody else knows of it yet, so there is nobody to be asked for its notes: a desk would ask its hub.
  queryClient.setQueryData(notesOfCall(id).queryKey, [])
  const last = calls.at(-1)
  const at = last === undefined ? startedAt : instantNow()
  // Its clock stands still at nothing until it is there: over, and of no length.
  const stands = { startedAt: at, endedAt: at, elapsedMs: 0, gaps: [] }
  const call = { id, sessionId, number: (last?.number ?? 0) + 1, reference: null, ...stands }
  return { call, isLookedAt: true, stage: 'laid' }
}

const hasWords = (callId: string): boolean =>
  boxOf(callId).text !== '' || useNoteBoxes.getState().sending.some((note) => note.callId === callId)
