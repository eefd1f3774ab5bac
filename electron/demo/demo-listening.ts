import { v7 } from 'uuid'
import type { NoteKind } from '../../shared/contract/listening/notes.ts'
import type { TicketAction, TicketState } from '../../shared/contract/tickets/tickets.ts'
import { deliveryIssues } from './delivery-issues.ts'
import { layAgent, layLens, layMeeting, layThanks } from './demo-care.ts'
import { goodsIssues } from './goods-issues.ts'
import type { HeardIssue } from './heard-issue.ts'
import { halfDoneNote, lastSession } from './last-session.ts'
import { priceIssues } from './price-issues.ts'
import { DAY_MS, MINUTE_MS, momentOf, type Stage } from './stage.ts'

const CALL_EVERY_MS = 14 * MINUTE_MS

/** The way to each state, and how much of the time since the ticket was opened had gone by at each step. */
const ways: Readonly<Record<TicketState, readonly (readonly [action: TicketAction, after: number])[]>> = {
  unclaimed: [],
  in_progress: [['claim', 0.06]],
  awaiting_information: [
    ['claim', 0.06],
    ['request_information', 0.3],
  ],
  awaiting_third_party: [
    ['claim', 0.06],
    ['wait_for_third_party', 0.3],
  ],
  resolved: [
    ['claim', 0.06],
    ['resolve', 0.5],
  ],
  called_back: [
    ['claim', 0.06],
    ['resolve', 0.4],
    ['call_back', 0.7],
  ],
  closed: [
    ['claim', 0.04],
    ['resolve', 0.3],
    ['call_back', 0.5],
    ['close', 0.6],
  ],
  rejected: [['reject', 0.4]],
}

/** A month of sessions, one on each day that something was heard, and what became of it. */
export function layHeardIssues(stage: Stage): void {
  const byDay = new Map<number, HeardIssue[]>()
  for (const issue of [...priceIssues, ...goodsIssues, ...deliveryIssues])
    byDay.set(issue.daysAgo, [...(byDay.get(issue.daysAgo) ?? []), issue])
  for (const [daysAgo, issues] of byDay) laySession(stage, daysAgo, issues)
}

function laySession(stage: Stage, daysAgo: number, issues: readonly HeardIssue[]): void {
  const { ask, people, nowMs, later, sit } = stage
  const startsMs = momentOf(nowMs, -daysAgo, '10:05')
  const listener = people[daysAgo % people.length] ?? stage.me
  later(startsMs, async () => {
    sit(listener.id)
    const session = await ask('sessions', 'start', { bookingId: null, listenerId: listener.id, purpose: 'listen' })
    for (const [index, issue] of issues.entries()) {
      const callMs = startsMs + (1 + index * 14) * MINUTE_MS
      later(callMs, async () => {
        const reference = `CC-${7_300 - daysAgo * 9}-${String(index + 11).padStart(4, '0')}`
        const call = await ask('sessions', 'nextCall', { sessionId: session.id, reference })
        layIssue(stage, issue, call.id, callMs)
        layCare(stage, issue, call.id, callMs)
        const extension = String(8_021 + ((daysAgo * 3 + index) % 7))
        layAgent(stage, call.id, callMs, { heardBy: listener.id, extension })
      })
    }
    later(startsMs + issues.length * CALL_EVERY_MS, async () => {
      await ask('sessions', 'end', { sessionId: session.id })
    })
  })
}

/** The notes of one call, the ticket made of them, and its way until now. */
function layIssue(stage: Stage, issue: HeardIssue, callId: string, callMs: number): void {
  const { ask, people, nowMs, later, sit } = stage
  const noteIds: string[] = []
  const kinds: [NoteKind, string][] = issue.voice.map((text) => ['voice', text])
  if (issue.view !== undefined) kinds.push(['view', issue.view])
  for (const [index, [kind, text]] of kinds.entries()) {
    const offsetMs = 38_000 + index * 83_000 + text.length * 400
    later(callMs + offsetMs + 20_000, async () => {
      const noteId = v7({ msecs: callMs + offsetMs })
      const issueTypeId = index === 0 ? issue.issueTypeId : null
      await ask('notes', 'add', { noteId, callId, kind, text, offsetMs, issueTypeId })
      noteIds.push(noteId)
    })
  }
  const openedMs = callMs + 11 * MINUTE_MS
  later(openedMs, async () => {
    const { issueTypeId, priority, title } = issue
    const department =
      (await ask('tickets', 'issueTypes', {})).find((type) => type.id === issueTypeId)?.department ?? ''
    const ticket = await ask('tickets', 'open', { noteIds, issueTypeId, priority, title, department })
    for (const [action, after] of ways[issue.reached])
      later(openedMs + (nowMs - openedMs) * after, async () => {
        sit(people.find((person) => person.role === 'coordinator')?.id ?? stage.me.id)
        const isRemarked = action === 'reject' || action === 'request_information' || action === 'wait_for_third_party'
        await ask('tickets', 'move', {
          seenVersion: null,
          ticketId: ticket.id,
          action,
          ownerName: action === 'claim' ? (issue.owner ?? null) : null,
          remark: isRemarked ? (issue.remark ?? null) : null,
        })
      })
  })
}

/** What else came of a call: for an old caller, for the agent, at the seat. */
function layCare(stage: Stage, { lens, praise, thanked, meeting }: HeardIssue, callId: string, callMs: number): void {
  const { ask, later } = stage
  if (lens !== undefined) layLens(stage, callId, callMs + 9 * MINUTE_MS, lens)
  if (praise !== undefined) {
    const offsetMs = 6 * MINUTE_MS
    const noteId = v7({ msecs: callMs + offsetMs })
    later(callMs + offsetMs + MINUTE_MS, async () => {
      const note = { callId, issueTypeId: null } as const
      if (thanked !== undefined) {
        const voice = { noteId: v7({ msecs: callMs + offsetMs - 5_000 }), text: thanked, offsetMs: offsetMs - 5_000 }
        await ask('notes', 'add', { ...note, ...voice, kind: 'voice' })
      }
      await ask('notes', 'add', { ...note, noteId, kind: 'praise', text: praise, offsetMs })
    })
    layThanks(stage, noteId, callMs + 12 * MINUTE_MS, callMs + DAY_MS)
  }
  if (meeting !== undefined) layMeeting(stage, callId, callMs + 12 * MINUTE_MS, meeting)
}

/** The newcomer's own last sitting: three calls, notes that wait to become tickets, one note half done. */
export function layLastSession(stage: Stage): void {
  const { ask, me, nowMs, later, sit } = stage
  const lengthMs = lastSession.reduce((sum, call) => sum + call.durationMs + MINUTE_MS, 0)
  const startsMs = nowMs - 40 * MINUTE_MS - lengthMs
  later(startsMs, async () => {
    sit(me.id)
    const session = await ask('sessions', 'start', { bookingId: null, listenerId: me.id, purpose: 'listen' })
    let callMs = startsMs
    for (const [index, heard] of lastSession.entries()) {
      const beginsMs = callMs
      later(beginsMs, async () => {
        const call = await ask('sessions', 'nextCall', { sessionId: session.id, reference: heard.reference })
        for (const { atMs, kind, text, issueTypeId = null } of heard.notes)
          later(beginsMs + atMs + 15_000, async () => {
            const noteId = v7({ msecs: beginsMs + atMs })
            await ask('notes', 'add', { noteId, callId: call.id, kind, text, offsetMs: atMs, issueTypeId })
            if (kind === 'praise') layThanks(stage, noteId, beginsMs + heard.durationMs, null)
          })
        layAgent(stage, call.id, beginsMs, { heardBy: me.id, extension: String(8_024 + index) })
        if (heard.lens !== undefined) layLens(stage, call.id, beginsMs + heard.durationMs, heard.lens)
        if (heard.meeting !== undefined) layMeeting(stage, call.id, beginsMs + heard.durationMs, heard.meeting)
        if (index === lastSession.length - 1)
          later(beginsMs + halfDoneNote.atMs + 10_000, async () => {
            const { atMs: offsetMs, text } = halfDoneNote
            const draft = {
              draftId: v7({ msecs: beginsMs + offsetMs }),
              callId: call.id,
              noteId: null,
              kind: 'voice',
              text,
              offsetMs,
              issueTypeId: null,
            } as const
            await ask('notes', 'storeDraft', { ...draft, caret: text.length })
          })
      })
      callMs += heard.durationMs + MINUTE_MS
    }
    later(callMs, async () => {
      await ask('sessions', 'end', { sessionId: session.id })
    })
  })
}
