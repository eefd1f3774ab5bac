import { v7 } from 'uuid'
import type { Client } from '../../shared/contract/contract.ts'
import { accepted } from './console.ts'

/** Each stands somewhere else of the call that is sealed. */
export const SECRETS = {
  note: '琥珀鲸鱼在窗台',
  edited: '绛紫麒麟先前',
  removed: '黛青孔雀拿掉',
  praise: '靛蓝鹳鸟表扬',
  risk: '赭石鸬鹚风险',
  draft: '月白蜻蜓半句',
  line: '鸦青麋鹿对话',
  file: '竹青鸊鷉录音',
  agreed: '烟紫獾子会上',
  attendee: '豆绿鹭鸶',
  closed: '茜红獴会上成单',
  half: '杏黄貂鼠半行',
  title: '石榴狐狸标题',
  withdrawn: '秋香豺狗撤回',
  remark: '藕荷獬豸备注',
  reference: 'SEALED-REF-9',
  evidence: '松花鹧鸪证词',
  address: '缃色螭吻胡同九号',
  callback: '13912345678',
} as const
/** Said by the card alone. */
export const OF_THE_CARD = ['evidence', 'address', 'callback'] as const
export const KEPT = '别的通话里的话'

export interface FullCall {
  readonly callId: string
  /** What inputs of the contract may name, by their names. */
  readonly known: Readonly<Record<string, unknown>>
}

const vcon = () => ({
  ...{ vcon: '0.0.1', uuid: v7(), parties: [{ name: '来电', role: 'contact' }] },
  dialog: [{ type: 'text', start: '2026-09-18T01:00:00Z', parties: [0], originator: 0, body: SECRETS.line }],
})

/** A call full of words, tickets that quote it, and another call. */
export async function aFullCall(client: Client): Promise<FullCall> {
  const note = async (callId: string, text: string, kind: 'voice' | 'praise' | 'risk' = 'voice') =>
    accepted(client.notes.add({ noteId: v7(), callId, kind, text, offsetMs: 1_000, issueTypeId: null }))
  const ticketOf = (title: string, noteIds: string[]) =>
    accepted(client.tickets.open({ noteIds, title, issueTypeId: 'coupon', priority: 3, department: '市场部' }))
  const session = await accepted(client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  const call = await accepted(client.sessions.nextCall({ sessionId: session.id, reference: SECRETS.reference }))
  const kept = await note(call.id, SECRETS.note)
  const praise = await note(call.id, SECRETS.praise, 'praise')
  await accepted(client.thanks.collect({ noteId: praise.id }))
  await note(call.id, SECRETS.risk, 'risk')
  const edited = await note(call.id, SECRETS.edited)
  const said = { noteId: edited.id, kind: 'voice', text: '后来的话', issueTypeId: null } as const
  await accepted(client.notes.edit({ ...said, seenVersion: null }))
  const removed = await note(call.id, SECRETS.removed)
  await accepted(client.notes.remove({ noteId: removed.id, seenVersion: null }))
  await accepted(client.silverHair.mark({ callId: call.id, mark: 'marked', origin: 'key' }))
  const draftId = v7()
  const typed = { draftId, callId: call.id, noteId: null, kind: 'voice', text: `${SECRETS.draft}。好` } as const
  await accepted(client.notes.storeDraft({ ...typed, caret: 0, offsetMs: 5, issueTypeId: null }))
  const base64 = Buffer.from(JSON.stringify(vcon())).toString('base64')
  await accepted(client.conversations.attach({ callId: call.id, fileName: `${SECRETS.file}.vcon.json`, base64 }))
  const of = { callId: call.id, meetingId: v7() }
  await accepted(client.meetings.start(of))
  await accepted(client.meetings.setAttendees({ ...of, seenVersion: null, attendees: [SECRETS.attendee] }))
  const agreed = { ownerName: SECRETS.attendee, text: SECRETS.agreed, dueOn: '2026-09-23' }
  const lineId = v7()
  await accepted(client.meetings.addLine({ ...of, lineId, draftId: null, ...agreed }))
  const closed = { ...agreed, text: SECRETS.closed, lineId: v7() }
  const quoted = await note(call.id, '会上说的')
  await accepted(client.meetings.addLine({ ...of, draftId: null, ...closed }))
  const ticket = { issueTypeId: 'coupon', priority: 3, department: '市场部' } as const
  const asTicket = { lineId: closed.lineId, as: 'ticket' as const, noteIds: [quoted.id], ...ticket }
  const close = { ...of, closeId: v7(), ranMs: 60_000, lines: [asTicket] }
  await accepted(client.meetings.close(close))
  await accepted(client.meetings.reopen({ ...of, closeId: close.closeId }))
  await accepted(client.meetings.close({ ...close, closeId: v7() }))
  const half = { draftId: v7(), meetingId: of.meetingId, lineId: null, seenVersion: null, caret: 0 }
  await accepted(client.meetings.storeDraft({ ...half, text: `${SECRETS.half}。好` }))
  const other = await accepted(client.sessions.nextCall({ sessionId: session.id, reference: 'OTHER-1' }))
  const otherNote = await note(other.id, KEPT)
  const withdrawn = await ticketOf(SECRETS.withdrawn, [kept.id])
  await accepted(client.tickets.withdraw({ ticketId: withdrawn.id }))
  const alone = await ticketOf(SECRETS.title, [kept.id])
  const claim = { action: 'claim', ownerName: '王敏', remark: SECRETS.remark } as const
  await accepted(client.tickets.move({ ticketId: alone.id, seenVersion: null, ...claim }))
  await ticketOf(SECRETS.title, [edited.id, otherNote.id])
  const ids = { sessionId: session.id, callId: call.id, meetingId: of.meetingId, exceptCallId: other.id }
  const words = { noteId: kept.id, noteIds: [kept.id], lineId, draftId, ticketId: alone.id, ticketIds: [alone.id] }
  return { callId: call.id, known: { ...ids, ...words, closeId: close.closeId, year: 2026, scope: '全部' } }
}

/** A case of that call, with what is asked of whoever calls. */
export async function raiseFor(client: Client, callId: string): Promise<string> {
  const caseId = v7()
  const evidence = { grade: 'high', kind: 'suicide', words: [SECRETS.evidence], earVersion: '1' } as const
  const raisedAt = new Date().toISOString()
  await accepted(client.lifeChannel.raise({ caseId, callId, origin: 'detected', grade: 'high', evidence, raisedAt }))
  const details = { callback: SECRETS.callback, address: SECRETS.address, remark: '' }
  await accepted(client.lifeChannel.keepDetails({ detailsId: v7(), caseId, at: raisedAt, details }))
  return caseId
}
