import { v7 } from 'uuid'
import type { Client } from '../../shared/contract/contract.ts'
import type { Person } from '../../shared/contract/house/people.ts'
import type { Settings } from '../../shared/contract/house/settings.ts'
import type { Note, NoteKind } from '../../shared/contract/listening/notes.ts'
import type { Call, Session } from '../../shared/contract/listening/sessions.ts'
import type { Ticket } from '../../shared/contract/tickets/tickets.ts'
import { openAlike } from '../builders/rooms.ts'
import { accepted } from './door.ts'

/** Whoever sits at the console in a journey, and a colleague who may be in the way. */
export interface Desk {
  readonly me: Person
  readonly colleague: Person
}

/** A room that never closes, so that a journey may begin at any hour; slots as short as they can be. */
export async function settle(door: Client, change: Partial<Settings> = {}): Promise<Desk> {
  await openAlike(door, { seatCount: 4, opensAt: '00:00', closesAt: '24:00', slotMinutes: 15 })
  const wish = { department: '服务体验部', role: 'listener', employeeNumber: null, email: null } as const
  const me = await accepted(door.people.add({ ...wish, name: '王敏' }))
  const colleague = await accepted(door.people.add({ ...wish, name: '赵磊' }))
  await accepted(door.settings.save({ me: me.id, theme: 'light', isFirstRunDone: true, ...change }))
  return { me, colleague }
}

/** A walk-up session with its first call on. */
export async function aLiveCall(door: Client, listenerId: string | null): Promise<{ session: Session; call: Call }> {
  const session = await accepted(door.sessions.start({ bookingId: null, listenerId, purpose: 'listen' }))
  return { session, call: await accepted(door.sessions.nextCall({ sessionId: session.id, reference: null })) }
}

export const aNote = (
  door: Client,
  callId: string,
  text: string,
  change: { kind?: NoteKind; offsetMs?: number; issueTypeId?: string | null } = {},
): Promise<Note> =>
  accepted(
    door.notes.add({ noteId: v7(), callId, text, kind: 'voice', offsetMs: 1_000, issueTypeId: 'coupon', ...change }),
  )

/** A session that is over, with one ticket for each sentence heard in it. */
export async function ticketsFrom(door: Client, listenerId: string | null, ...voices: string[]): Promise<Ticket[]> {
  const { session, call } = await aLiveCall(door, listenerId)
  const tickets: Ticket[] = []
  for (const [index, voice] of voices.entries()) {
    const note = await aNote(door, call.id, voice, { offsetMs: (index + 1) * 1_000 })
    const wish = { issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
    tickets.push(await accepted(door.tickets.open({ ...wish, title: voice.slice(0, 100), noteIds: [note.id] })))
  }
  await accepted(door.sessions.end({ sessionId: session.id }))
  return tickets
}
