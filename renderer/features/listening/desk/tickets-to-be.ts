import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import { voiceTitle } from '../../../../shared/domain/tickets/voice-title.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { whenIdle } from '../../../lib/resting.ts'
import { suggestedTypeOf } from '../../../lib/suggested-type.ts'

/** Notes of one call that would become one ticket: they are of one issue type, chosen or suggested by their words. */
export interface TicketToBe {
  /** Null: nobody chose a type and the words suggest none. */
  readonly type: IssueType | null
  /** Nobody has chosen the type of any of them yet. */
  readonly isSuggested: boolean
  readonly notes: readonly Note[]
  readonly voices: number
  /** Of its first voice; empty without one. */
  readonly title: string
  /** What keeps it from being a ticket, the first thing first. */
  readonly lacking: 'voice' | 'issueType' | 'department' | null
}

/** The notes that are in no ticket yet, by issue type, in the order in which each type was first heard. */
export function ticketsToBe(notes: readonly Note[], types: readonly IssueType[]): TicketToBe[] {
  const byType = new Map<string | null, Note[]>()
  for (const note of notes) {
    // Praise is no issue: it goes to the agent.
    if (note.ticketId !== null || note.kind === 'praise') continue
    const typeId = note.issueTypeId ?? suggestedTypeOf(note, types)
    const group = byType.get(typeId)
    if (group === undefined) byType.set(typeId, [note])
    else group.push(note)
  }
  return [...byType].map(([typeId, group]) => ticketOf(group, types.find(({ id }) => id === typeId) ?? null))
}

function ticketOf(notes: readonly Note[], type: IssueType | null): TicketToBe {
  const voices = notes.filter(({ kind }) => kind === 'voice')
  return {
    type,
    isSuggested: type !== null && notes.every(({ issueTypeId }) => issueTypeId === null),
    notes,
    voices: voices.length,
    title: voiceTitle(voices[0]?.text ?? ''),
    lacking:
      voices.length === 0 ? 'voice' : type === null ? 'issueType' : isBlank(type.department) ? 'department' : null,
  }
}

/** A key that comes meanwhile waits no longer than this. */
const SLICE_MS = 4

/** Looks at the words of a long call a few at a time, and says when `ticketsToBe` has nothing left to look at. Returns the way to give it up. */
export function lookAhead(notes: readonly Note[], types: readonly IssueType[], onDone: () => void): () => void {
  let isWanted = true
  const look = (from: number) => {
    if (!isWanted) return
    const until = performance.now() + SLICE_MS
    let next = from
    for (; next < notes.length && performance.now() < until; next += 1) {
      const note = notes[next]
      if (note !== undefined && note.issueTypeId === null) suggestedTypeOf(note, types)
    }
    if (next < notes.length) whenIdle(() => look(next))
    else onDone()
  }
  look(0)
  return () => {
    isWanted = false
  }
}
