import { v7 } from 'uuid'
import type { Client } from '../../shared/contract/contract.ts'
import type { TicketChange } from '../../shared/contract/tickets/many-tickets.ts'
import { addMs } from '../../shared/domain/instants.ts'
import { dateOf, daysAfter, instantAt } from '../../shared/domain/wall-clock.ts'
import { aCall, accepted } from './console.ts'
import { aMeetingWithALine } from './kept-meetings.ts'

export const NUMBER = '13812345678'
const said = `回拨 ${NUMBER} 找她`

export type Say = () => Promise<{ ok: boolean }>

const ticketWish = { title: '降价了', issueTypeId: 'coupon', priority: 3, department: '家电' } as const
const noteWish = (callId: string, text: string) =>
  ({ noteId: v7(), callId, kind: 'voice', text, offsetMs: 0, issueTypeId: null }) as const
const line = { ownerName: null, text: '改文案', dueOn: null } as const
const trip = { date: '2026-01-05', place: '一号仓', evidence: '照片', duty: 'trip', tripKind: 'picking' } as const
const seen = { seenVersion: null } as const
const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS

const vcon = (body: string) => {
  const parties = [{ name: '小李', role: 'agent' }, { role: 'contact' }]
  const dialog = { type: 'text', start: '2026-09-18T09:00:00+08:00', parties: [1], originator: 1 }
  const file = { vcon: '0.0.1', uuid: v7(), parties, dialog: [{ ...dialog, mimetype: 'text/plain', body }] }
  return Buffer.from(JSON.stringify(file)).toString('base64')
}

/** Every text of the contract in which words of a caller may stand, said once through the door. */
export function wordsOfCallers(client: Client): Readonly<Record<string, Say>> {
  async function aCallNow() {
    const session = await accepted(client.sessions.current({}))
    if (session === null) return aCall(client)
    const call = await accepted(client.sessions.nextCall({ sessionId: session.id, reference: null }))
    return { sessionId: session.id, callId: call.id }
  }
  async function aNote() {
    const note = noteWish((await aCallNow()).callId, '买完就降价')
    await accepted(client.notes.add(note))
    return note.noteId
  }
  const open = async (change: { title?: string; department?: string }) =>
    client.tickets.open({ ...ticketWish, noteIds: [await aNote()], ...change })
  const aTicket = async () => (await accepted(open({}))).id
  const edit = async (change: { title?: string; department?: string; ownerName?: string }, ticketId?: string) =>
    client.tickets.edit({ ...seen, ...ticketWish, ticketId: ticketId ?? (await aTicket()), ...change })
  const move = { ownerName: null, remark: null }
  const moved = async (change: { action: 'claim' | 'reject'; ownerName?: string; remark?: string }) => {
    const ticketId = await aTicket()
    const answer = await client.tickets.move({ ...seen, ticketId, ...move, ...change })
    return { ...answer, ticketId }
  }
  const many = async (change: TicketChange) =>
    client.manyTickets.change({ tickets: [{ ticketId: await aTicket(), ...seen }], change })

  async function aMeeting() {
    const { of, lineId } = await aMeetingWithALine(client)
    return { of, lineId, added: { ...of, lineId: v7(), draftId: null, ...line } }
  }
  const editLine = async (change: { text?: string; ownerName?: string }) => {
    const { lineId, added } = await aMeeting()
    return client.meetings.editLine({ ...added, lineId, ...seen, ...change })
  }

  let people = 0
  const aPerson = async () => {
    people += 1
    const known = { department: '', role: 'listener', employeeNumber: null, email: null } as const
    return (await accepted(client.people.add({ name: `第 ${people} 位`, ...known }))).id
  }
  /** Each a seat and an hour of its own, from tomorrow on; the same weekday a week later is free. */
  let places = 0
  async function aPlace() {
    const [room] = await accepted(client.rooms.list({}))
    const tomorrow = daysAfter(dateOf(new Date().toISOString(), 'Asia/Shanghai'), 1 + (places % 5))
    const startsAt = instantAt(tomorrow, `${10 + Math.floor(places / 5)}:00`, 'Asia/Shanghai')
    places += 1
    const who = { seatId: room?.seats[0]?.id ?? '', personId: await aPerson(), companionId: null }
    return { ...who, purpose: 'listen' as const, startsAt, endsAt: addMs(startsAt, HOUR_MS) }
  }
  const aBooking = async () => accepted(client.bookings.reserve(await aPlace()))
  async function aSeries() {
    const wish = await aPlace()
    const later = { startsAt: addMs(wish.startsAt, WEEK_MS), endsAt: addMs(wish.endsAt, WEEK_MS) }
    const made = await accepted(client.series.make({ wishes: [wish, { ...wish, ...later }], isSeries: true }))
    return made[0]?.id ?? ''
  }
  const duty = async (change: { place?: string; evidence?: string }) =>
    client.passports.record({ ...trip, ...change, personId: await aPerson() })
  async function aCase() {
    const caseId = v7()
    const raised = { caseId, callId: null, origin: 'key', grade: null, evidence: null } as const
    await accepted(client.lifeChannel.raise({ ...raised, raisedAt: new Date().toISOString() }))
    return caseId
  }

  return {
    'sessions.nextCall.reference': async () =>
      client.sessions.nextCall({ sessionId: (await aCallNow()).sessionId, reference: NUMBER }),
    'sessions.setReference.reference': async () =>
      client.sessions.setReference({ callId: (await aCallNow()).callId, reference: NUMBER }),
    'sessions.openByReference.reference': () => client.sessions.openByReference({ reference: NUMBER }),
    'notes.add.text': async () => client.notes.add(noteWish((await aCallNow()).callId, said)),
    'notes.edit.text': async () =>
      client.notes.edit({ ...seen, noteId: await aNote(), kind: 'view', text: said, issueTypeId: null }),
    'notes.storeDraft.text': async () => {
      const { callId } = await aCallNow()
      const draft = { draftId: callId, callId, noteId: null, kind: 'voice', caret: 2, offsetMs: 0 } as const
      return client.notes.storeDraft({ ...draft, issueTypeId: null, text: said })
    },
    'conversations.attach.fileName': async () => {
      const file = { fileName: `${NUMBER}.vcon.json`, base64: vcon(said) }
      return client.conversations.attach({ callId: (await aCallNow()).callId, ...file })
    },
    'meetings.setAttendees.attendees[]': async () =>
      client.meetings.setAttendees({ ...(await aMeeting()).of, seenVersion: null, attendees: [said] }),
    'meetings.addLine.text': async () => client.meetings.addLine({ ...(await aMeeting()).added, text: said }),
    'meetings.addLine.ownerName': async () => client.meetings.addLine({ ...(await aMeeting()).added, ownerName: said }),
    'meetings.editLine.text': () => editLine({ text: said }),
    'meetings.editLine.ownerName': () => editLine({ ownerName: said }),
    'meetings.storeDraft.text': async () => {
      const { meetingId } = (await aMeeting()).of
      const draft = { draftId: v7(), meetingId, lineId: null, seenVersion: null, caret: 0 }
      return client.meetings.storeDraft({ ...draft, text: said })
    },
    'meetings.close.lines[].department': async () => {
      const { of, lineId } = await aMeeting()
      const ticket = { lineId, as: 'ticket', issueTypeId: 'coupon', priority: 3, department: said } as const
      const note = noteWish(of.callId, '买完就降价')
      await accepted(client.notes.add(note))
      const lines = [{ ...ticket, noteIds: [note.noteId] }]
      return client.meetings.close({ ...of, closeId: v7(), ranMs: 1, lines })
    },
    'tickets.open.title': () => open({ title: said }),
    'tickets.open.department': () => open({ department: said }),
    'tickets.edit.title': () => edit({ title: said }),
    'tickets.edit.department': () => edit({ department: said }),
    'tickets.edit.ownerName': async () =>
      edit({ ownerName: said }, (await moved({ action: 'claim', ownerName: '王敏' })).ticketId),
    'tickets.move.ownerName': () => moved({ action: 'claim', ownerName: said }),
    'tickets.move.remark': () => moved({ action: 'reject', remark: said }),
    'manyTickets.change.change.ownerName': () => many({ what: 'move', action: 'claim', ...move, ownerName: said }),
    'manyTickets.change.change.remark': () => many({ what: 'move', action: 'reject', ...move, remark: said }),
    'manyTickets.change.change.department': () => many({ what: 'department', department: said }),
    'bookings.cancel.reason': async () =>
      client.bookings.cancel({ ...seen, bookingId: (await aBooking()).id, reason: said }),
    'bookings.edit.reason': async () => {
      const { id, purpose } = await aBooking()
      return client.bookings.edit({ ...seen, bookingId: id, companionId: await aPerson(), purpose, reason: said })
    },
    'bookings.reschedule.reason': async () => {
      const { id, seatId } = await aBooking()
      const { startsAt, endsAt } = await aPlace()
      return client.bookings.reschedule({ ...seen, bookingId: id, seatId, startsAt, endsAt, reason: said })
    },
    'swaps.ask.reason': async () =>
      client.swaps.ask({ bookingId: (await aBooking()).id, otherId: (await aBooking()).id, reason: said }),
    'swaps.exchange.reason': async () =>
      client.swaps.exchange({
        ...seen,
        bookingId: (await aBooking()).id,
        otherId: (await aBooking()).id,
        reason: said,
      }),
    'series.cancel.reason': async () =>
      client.series.cancel({ bookingId: await aSeries(), scope: 'all', reason: said }),
    'series.move.reason': async () => {
      const { seatId, startsAt, endsAt } = await aPlace()
      const to = { seatId, startsAt, endsAt, from: null }
      return client.series.move({ bookingId: await aSeries(), scope: 'all', ...to, reason: said })
    },
    'roomKeeping.close.cancel.reason': async () => {
      const [first] = await accepted(client.rooms.list({}))
      const room = await accepted(client.roomKeeping.add({ name: '东厅', site: '', likeRoomId: first?.id ?? '' }))
      await accepted(client.bookings.reserve({ ...(await aPlace()), seatId: room.seats[0]?.id ?? '' }))
      const from = daysAfter(dateOf(new Date().toISOString(), 'Asia/Shanghai'), 1)
      const asked = { ...seen, roomId: room.id, from }
      const hit = await client.roomKeeping.close({ ...asked, toldHits: null, cancel: null })
      if (hit.ok || hit.code !== 'hits_bookings') throw new Error('it hits nothing')
      const { mark, hits } = hit.detail
      return client.roomKeeping.close({
        ...asked,
        toldHits: mark,
        cancel: { bookingIds: hits.map(({ bookingId }) => bookingId), reason: said },
      })
    },
    'draws.cancel.reason': async () => {
      const [room] = await accepted(client.rooms.list({}))
      const day = daysAfter(dateOf(new Date().toISOString(), 'Asia/Shanghai'), 20)
      const plan = { roomIds: [room?.id ?? ''], from: day, to: day, hours: null, lengthsMinutes: [60] }
      const closesAt = addMs(new Date().toISOString(), 24 * HOUR_MS)
      const { id } = await accepted(client.draws.open({ ...plan, closesAt }))
      return client.draws.cancel({ windowId: id, reason: said })
    },
    'people.letGo.reason': async () => {
      const { personId } = await aBooking()
      const { mark } = await accepted(client.people.ahead({ personId }))
      return client.people.letGo({ ...seen, personId, mark, reason: said, keepUntil: null })
    },
    'passports.record.place': () => duty({ place: said }),
    'passports.record.evidence': () => duty({ evidence: said }),
    'retention.keep.reason': async () =>
      client.retention.keep({ sessionId: (await aCallNow()).sessionId, reason: said, until: null }),
    'lifeChannel.reconsider.verdict.reason': async () =>
      client.lifeChannel.reconsider({
        ...{ actId: v7(), caseId: await aCase(), sessionId: null },
        verdict: { what: 'dismissed', reason: said },
      }),
    'lifeChannel.readSealed.reason': async () =>
      client.lifeChannel.readSealed({ caseId: await aCase(), readingId: v7(), reason: said }),
  }
}
