import { create } from 'zustand'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { IssueType, Priority } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isVoice } from '../../../shared/domain/listening/voices.ts'
import { voiceTitle } from '../../../shared/domain/tickets/voice-title.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { suggestedTypeOf } from '../../lib/suggested-type.ts'

/** What the person typed into the ticket form; undefined: not touched, the proposal stands. */
export interface Typed {
  readonly title?: string
  readonly issueTypeId?: string
  readonly priority?: Priority
  readonly department?: string
}

export interface TicketForm {
  readonly title: string
  readonly issueTypeId: string | null
  readonly priority: Priority
  readonly department: string
}

export interface ProposedForm extends TicketForm {
  /** Nobody chose the issue type, here or for any of the notes: their words suggest it. */
  readonly isGuessed: boolean
}

interface ReviewDesk {
  readonly chosen: readonly Id[]
  readonly cursor: Id | null
  readonly typed: Typed
}

const emptyDesk: ReviewDesk = { chosen: [], cursor: null, typed: {} }

export const useReviewDesk = create<ReviewDesk>()(() => emptyDesk)

/** What was typed for a ticket that is not made yet, with the notes it is about; null: nothing. */
export function halfDoneTicket(): ReviewDesk | null {
  const desk = useReviewDesk.getState()
  return Object.keys(withoutEmptied(desk.typed)).length === 0 ? null : desk
}

/** Goes on with a ticket that was left; not where notes were laid out for another. */
export function goOnWithTicket(desk: ReviewDesk): boolean {
  const isFree = useReviewDesk.getState().chosen.length === 0
  if (isFree) useReviewDesk.setState(desk)
  return isFree
}

/** A note that was chosen was put away with its sealed call: what was typed about it goes too, as it may say the same. */
export function dropSealedTicket(notes: readonly Note[], isSealed: (noteId: Id) => boolean): void {
  const isThere = (id: Id) => notes.some((note) => note.id === id)
  const { chosen, cursor } = useReviewDesk.getState()
  const about = chosen.length > 0 || cursor === null ? chosen : [cursor]
  if (!about.some((id) => !isThere(id) && isSealed(id))) return
  useReviewDesk.setState({ chosen: chosen.filter(isThere), cursor: null, typed: {} })
}

export const clearDesk = (): void => useReviewDesk.setState(emptyDesk)

/** After a ticket: nothing chosen, the cursor stays where the work goes on. */
export const readyForNext = (): void => useReviewDesk.setState({ chosen: [], typed: {} })

export const typeInForm = (change: Typed): void =>
  useReviewDesk.setState(({ typed }) => ({
    typed: { ...(change.issueTypeId === undefined ? typed : withoutEmptied(typed)), ...change },
  }))

/** A field that was emptied and left is not filled in: the proposal stands there again. */
const withoutEmptied = ({ title = '', department = '', ...rest }: Typed): Typed => ({
  ...rest,
  ...(isBlank(title) ? {} : { title }),
  ...(isBlank(department) ? {} : { department }),
})

/** The focus goes from the form back to the notes. */
export const leaveForm = (): void => useReviewDesk.setState(({ typed }) => ({ typed: withoutEmptied(typed) }))

/** Lays these notes out for a ticket before the desk is opened. */
export const chooseForTicket = (notes: readonly Note[]): void =>
  useReviewDesk.setState({ chosen: notes.map(({ id }) => id), cursor: notes[0]?.id ?? null, typed: {} })

/** A note quoted elsewhere cannot be chosen: one voice never counts twice. Praise is no issue: it goes to the agent. */
export const isFree = (note: Note): boolean => note.ticketId === null && note.kind !== 'praise'

export function toggleNote(note: Note): void {
  if (!isFree(note)) return
  useReviewDesk.setState(({ chosen, typed }) => ({
    typed: withoutEmptied(typed),
    chosen: chosen.includes(note.id) ? chosen.filter((id) => id !== note.id) : [...chosen, note.id],
  }))
}

/** Chooses every free note of the call, or none when all were chosen. */
export function toggleCall(notes: readonly Note[], callId: Id): void {
  const ofCall = notes.filter((note) => note.callId === callId && isFree(note)).map((note) => note.id)
  useReviewDesk.setState(({ chosen, typed }) => ({
    typed: withoutEmptied(typed),
    chosen: ofCall.every((id) => chosen.includes(id))
      ? chosen.filter((id) => !ofCall.includes(id))
      : [...new Set([...chosen, ...ofCall])],
  }))
}

/** Held inside the list; from nowhere one step leads to the first. */
export function moveCursor(notes: readonly Note[], by: number): void {
  useReviewDesk.setState(({ cursor, typed }) => {
    const at = notes.findIndex((note) => note.id === cursor)
    const to = Math.min(notes.length - 1, Math.max(0, at + by))
    return { cursor: notes[to]?.id ?? null, typed: withoutEmptied(typed) }
  })
}

/** The notes chosen, in the order they were heard. Without a choice the note under the cursor counts. */
export function chosenNotes(notes: readonly Note[], chosen: readonly Id[], cursor: Id | null): Note[] {
  const picked = notes.filter((note) => chosen.includes(note.id) && isFree(note))
  if (picked.length > 0 || chosen.length > 0) return picked
  return notes.filter((note) => note.id === cursor && isFree(note))
}

/** What the notes themselves say the ticket should be, under what the person typed. */
export function proposeForm(notes: readonly Note[], types: readonly IssueType[], typed: Typed): ProposedForm {
  const chosenTypeId = typed.issueTypeId ?? mostFrequentType(notes, types, (note) => note.issueTypeId)
  const issueTypeId = chosenTypeId ?? mostFrequentType(notes, types, (note) => suggestedTypeOf(note, types))
  const voice = notes.find(isVoice)
  return {
    title: typed.title ?? (voice === undefined ? '' : voiceTitle(voice.text)),
    issueTypeId,
    isGuessed: chosenTypeId === null && issueTypeId !== null,
    // 高 when a risk was heard: somebody should look before the ordinary ones.
    priority: typed.priority ?? (notes.some((note) => note.kind === 'risk') ? 2 : 3),
    department: typed.department ?? types.find((type) => type.id === issueTypeId)?.department ?? '',
  }
}

function mostFrequentType(
  notes: readonly Note[],
  types: readonly IssueType[],
  typeOf: (note: Note) => string | null,
): string | null {
  const typeIds = notes.map(typeOf)
  const counts = types.map(({ id }) => ({ id, count: typeIds.filter((typeId) => typeId === id).length }))
  const most = Math.max(0, ...counts.map(({ count }) => count))
  return most === 0 ? null : (counts.find(({ count }) => count === most)?.id ?? null)
}

export type Lacking = 'notes' | 'voice' | 'title' | 'issueType' | 'department'

/** What keeps the ticket from being opened, the first thing first; null when nothing does. */
export function lackingIn(form: TicketForm, notes: readonly Note[]): Lacking | null {
  if (notes.length === 0) return 'notes'
  if (!notes.some(isVoice)) return 'voice'
  if (isBlank(form.title)) return 'title'
  if (form.issueTypeId === null) return 'issueType'
  return isBlank(form.department) ? 'department' : null
}
