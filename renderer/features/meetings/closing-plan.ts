import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { MeetingLine } from '../../../shared/contract/meetings/meetings.ts'
import type { IssueType } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isVoice } from '../../../shared/domain/listening/voices.ts'

/** What one line shall become. */
export interface LinePlan {
  readonly as: 'ticket' | 'decision'
  /** The notes that the ticket quotes. */
  readonly noteIds: readonly Id[]
  readonly issueTypeId: string | null
}

export type ClosingPlan = Readonly<Record<Id, LinePlan>>

/** The 原声 that a ticket may quote: one counts once. */
export const freeVoices = (notes: readonly Note[]): Note[] =>
  notes.filter((note) => isVoice(note) && note.ticketId === null)

const pairs = (text: string): Set<string> =>
  new Set([...text.toLowerCase()].map((letter, at, all) => letter + (all[at + 1] ?? '')))

/** How many pairs of letters both texts have: enough to tell which 原声 a line is about. */
function alike(one: string, other: string): number {
  const others = pairs(other)
  return [...pairs(one)].filter((pair) => others.has(pair)).length
}

/**
 * What was chosen, and what is proposed for lines of which nothing was: a line that names who or when becomes a ticket, any other a decision. Each ticket quotes the free 原声
 * that its words are most like, else the next one. Its type is the one that was chosen for the 原声, or that the words of the line say, or those of a 原声
 * that is like it; where none do, nobody has said one. Of a line that is there no more nothing is kept: what it quoted is free.
 */
export function planOf(
  chosen: ClosingPlan,
  lines: readonly MeetingLine[],
  notes: readonly Note[],
  typeOf: (said: { readonly text: string }) => string | null,
): ClosingPlan {
  const open = lines.filter(({ outcome }) => outcome === null)
  const plan: Record<Id, LinePlan> = Object.fromEntries(
    open.flatMap(({ id }) => (chosen[id] === undefined ? [] : [[id, chosen[id]]])),
  )
  const quoted = new Set(Object.values(plan).flatMap(({ noteIds }) => noteIds))
  const free = freeVoices(notes).filter(({ id }) => !quoted.has(id))
  for (const line of open.filter(({ id }) => plan[id] === undefined)) {
    const as = line.ownerName !== null || line.dueOn !== null ? 'ticket' : 'decision'
    const [best] = as === 'ticket' ? free.toSorted((a, b) => alike(b.text, line.text) - alike(a.text, line.text)) : []
    if (best !== undefined) free.splice(free.indexOf(best), 1)
    const ofVoice = best !== undefined && alike(best.text, line.text) > 0 ? typeOf(best) : null
    const issueTypeId = best?.issueTypeId ?? typeOf(line) ?? ofVoice
    plan[line.id] = { as, noteIds: best === undefined ? [] : [best.id], issueTypeId }
  }
  return plan
}

/** Quotes the note in this line and in no other, or lets it go. */
export function toggleQuote(plan: ClosingPlan, lineId: Id, noteId: Id): ClosingPlan {
  return Object.fromEntries(
    Object.entries(plan).map(([id, line]) => {
      const rest = line.noteIds.filter((each) => each !== noteId)
      const isTaken = id === lineId && rest.length === line.noteIds.length
      return [id, { ...line, noteIds: isTaken ? [...rest, noteId] : rest }]
    }),
  )
}

/** What a line still lacks to be a ticket; null when nothing. */
export function lackOf(line: LinePlan, notes: readonly Note[], types: readonly IssueType[]) {
  if (line.as === 'decision') return null
  if (!notes.some((note) => line.noteIds.includes(note.id) && isVoice(note))) return 'no_voice' as const
  const type = types.find(({ id }) => id === line.issueTypeId)
  if (type === undefined) return 'unknown_issue_type' as const
  return type.department === '' ? ('no_department' as const) : null
}
