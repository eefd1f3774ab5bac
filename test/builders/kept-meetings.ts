import { v7 } from 'uuid'
import type { Client } from '../../shared/contract/contract.ts'
import { aCall, accepted } from './console.ts'

const line = { ownerName: null, text: '改文案', dueOn: null } as const

/** A meeting about a call that is heard from now on, with one line. */
export async function aMeetingWithALine(client: Client) {
  const session = await accepted(client.sessions.current({}))
  const next = { sessionId: session?.id ?? '', reference: null }
  const callId = session === null ? (await aCall(client)).callId : (await accepted(client.sessions.nextCall(next))).id
  const of = { callId, meetingId: v7() }
  await accepted(client.meetings.start(of))
  const lineId = v7()
  await accepted(client.meetings.addLine({ ...of, lineId, draftId: null, ...line }))
  return { of, lineId }
}

export interface MeetingWords {
  readonly text?: string
  readonly ownerName?: string
  readonly attendees?: string[]
}

/** Says something at a meeting, in its line or of who is there. */
export async function aMeetingThatSays(client: Client, { attendees, ...words }: MeetingWords) {
  const { of, lineId } = await aMeetingWithALine(client)
  const edit = { ...of, lineId, draftId: null, seenVersion: null, ...line, ...words }
  const answer =
    attendees === undefined
      ? client.meetings.editLine(edit)
      : client.meetings.setAttendees({ ...of, attendees, seenVersion: null })
  return { callId: of.callId, answer: await answer }
}

export const keptMeetings = {
  'meetings.setAttendees': { fields: ['attendees'] },
  'meetings.editLine': { fields: ['text'] },
  'meetings.removeLine': { fields: ['text'] },
} as const

export const isOfMeetings = (call: string): call is keyof typeof keptMeetings => call in keptMeetings

/** Two who say who is there, change a line, or take it out. */
export async function keptLines(client: Client, call: keyof typeof keptMeetings) {
  const { of, lineId } = await aMeetingWithALine(client)
  const stored = () => accepted(client.meetings.ofCall({ callId: of.callId }))
  if (call === 'meetings.setAttendees') {
    const name = (each: string, seenVersion: number | null) =>
      client.meetings.setAttendees({ ...of, attendees: [each], seenVersion })
    return { first: () => name('李雷', null), second: (version = 0) => name('韩梅梅', version), stored }
  }
  const edit = (text: string, seenVersion: number | null) =>
    client.meetings.editLine({ ...of, lineId, draftId: null, ...line, text, seenVersion })
  return {
    first: () => edit('改退款页文案', null),
    second: (version = 0) =>
      call === 'meetings.editLine'
        ? edit('别的', version)
        : client.meetings.removeLine({ ...of, lineId, isRemoved: true, seenVersion: version }),
    stored,
  }
}

/** Those that take nothing away that a person saw; with why. */
export const unguardedMeetings: Readonly<Record<string, string>> = {
  'meetings.start': 'new; a call has one',
  'meetings.setSolved': 'said or taken back',
  'meetings.addLine': 'new',
  'meetings.close': 'names its lines; of those that are done by now it answers what came of them',
  'meetings.reopen': 'names the closing it takes back',
}
