import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openFileLog } from '../../../electron/adapters/log/file-log.ts'
import type { OpenConsole } from '../../../electron/compose.ts'
import { type Client, contract } from '../../../shared/contract/contract.ts'
import type { Entry } from '../../../shared/contract/entry.ts'
import { accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import { everything } from '../../builders/exports.ts'
import { patience } from '../../builders/patience.ts'
import { aShellWithKeys } from '../../builders/shell-with-keys.ts'
import { unzippedText } from '../../builders/unzip.ts'

/** Each stands somewhere else of the call that is sealed. */
const SECRETS = {
  note: '琥珀鲸鱼在窗台',
  edited: '绛紫麒麟先前',
  removed: '黛青孔雀拿掉',
  draft: '月白蜻蜓半句',
  line: '鸦青麋鹿对话',
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
const KEPT = '别的通话里的话'

let folder: ReturnType<typeof aFolder>
let share: string
let console: OpenConsole
let client: Client
let known: Record<string, unknown>
beforeEach(async () => {
  folder = aFolder()
  share = join(folder.path, 'share')
  mkdirSync(share)
  console = await open()
  client = clientOf(console.call)
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const data = () => join(folder.path, 'data')
const open = () =>
  aReadyConsole(data(), {
    log: openFileLog(data()),
    shell: aShellWithKeys,
  })

const note = async (callId: string, text: string) =>
  accepted(client.notes.add({ noteId: v7(), callId, kind: 'voice', text, offsetMs: 1_000, issueTypeId: null }))
const ticketOf = (title: string, noteIds: string[]) =>
  accepted(client.tickets.open({ noteIds, title, issueTypeId: 'coupon', priority: 3, department: '市场部' }))

/** A call full of words, tickets that quote it, and another call. */
async function aFullCall() {
  const session = await accepted(client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  const call = await accepted(client.sessions.nextCall({ sessionId: session.id, reference: SECRETS.reference }))
  const kept = await note(call.id, SECRETS.note)
  const edited = await note(call.id, SECRETS.edited)
  await accepted(
    client.notes.edit({ noteId: edited.id, seenVersion: null, kind: 'voice', text: '后来的话', issueTypeId: null }),
  )
  const removed = await note(call.id, SECRETS.removed)
  await accepted(client.notes.remove({ noteId: removed.id, seenVersion: null }))
  await accepted(
    client.notes.storeDraft({
      ...{ draftId: v7(), callId: call.id, noteId: null, kind: 'voice', text: `${SECRETS.draft}。好`, caret: 0 },
      ...{ offsetMs: 5, issueTypeId: null },
    }),
  )
  const vcon = {
    ...{ vcon: '0.0.1', uuid: v7(), parties: [{ name: '来电', role: 'contact' }] },
    dialog: [{ type: 'text', start: '2026-09-18T01:00:00Z', parties: [0], originator: 0, body: SECRETS.line }],
  }
  const base64 = Buffer.from(JSON.stringify(vcon)).toString('base64')
  await accepted(client.conversations.attach({ callId: call.id, fileName: 'a.vcon.json', base64 }))
  const of = { callId: call.id, meetingId: v7() }
  await accepted(client.meetings.start(of))
  await accepted(client.meetings.setAttendees({ ...of, seenVersion: null, attendees: [SECRETS.attendee] }))
  const agreed = { ownerName: SECRETS.attendee, text: SECRETS.agreed, dueOn: '2026-09-23' }
  await accepted(client.meetings.addLine({ ...of, lineId: v7(), draftId: null, ...agreed }))
  const closed = { ...agreed, text: SECRETS.closed, lineId: v7() }
  const quoted = await note(call.id, '会上说的')
  await accepted(client.meetings.addLine({ ...of, draftId: null, ...closed }))
  const ticket = { issueTypeId: 'coupon', priority: 3, department: '市场部' } as const
  const asTicket = { lineId: closed.lineId, as: 'ticket' as const, noteIds: [quoted.id], ...ticket }
  const close = { ...of, closeId: v7(), ranMs: 60_000, lines: [asTicket] }
  await accepted(client.meetings.close(close))
  await accepted(client.meetings.reopen({ ...of, closeId: close.closeId }))
  await accepted(client.meetings.close({ ...close, closeId: v7() }))
  const half = {
    draftId: v7(),
    meetingId: of.meetingId,
    lineId: null,
    seenVersion: null,
    text: `${SECRETS.half}。好`,
    caret: 0,
  }
  await accepted(client.meetings.storeDraft(half))
  const other = await accepted(client.sessions.nextCall({ sessionId: session.id, reference: 'OTHER-1' }))
  const otherNote = await note(other.id, KEPT)
  const withdrawn = await ticketOf(SECRETS.withdrawn, [kept.id])
  await accepted(client.tickets.withdraw({ ticketId: withdrawn.id }))
  const alone = await ticketOf(SECRETS.title, [kept.id])
  await accepted(
    client.tickets.move({
      ...{ ticketId: alone.id, seenVersion: null, action: 'claim', ownerName: '王敏', remark: SECRETS.remark },
    }),
  )
  const mixed = await ticketOf(SECRETS.title, [edited.id, otherNote.id])
  known = {
    sessionId: session.id,
    callId: call.id,
    meetingId: of.meetingId,
    exceptCallId: other.id,
    ticketId: alone.id,
    year: 2026,
    scope: '全部',
  }
  return { session, call, other, alone, mixed, kept }
}

const raise = async (callId: string) => {
  const caseId = v7()
  const evidence = { grade: 'high', kind: 'suicide', words: [SECRETS.evidence], earVersion: '1' } as const
  const raisedAt = new Date().toISOString()
  await accepted(client.lifeChannel.raise({ caseId, callId, origin: 'detected', grade: 'high', evidence, raisedAt }))
  const details = { callback: SECRETS.callback, address: SECRETS.address, remark: '' }
  await accepted(client.lifeChannel.keepDetails({ detailsId: v7(), caseId, at: raisedAt, details }))
  return caseId
}

/** Named like questions, and do something. */
const ACTS = new Set([
  ...[
    'notes.add',
    'notes.storeDraft',
    'meetings.storeDraft',
    'lifeChannel.keepDetails',
    'settings.chooseFolder',
    'settings.rememberWindow',
  ],
  // Asks another machine.
  'team.loginInfo',
  ...['workspace.quit', 'exports.showInFolder', 'desks.makeCode', 'bookings.reminded', 'waitlist.told'],
])
/** For whoever has the case in hand at this desk. */
const SEALED_ON_PURPOSE = 'lifeChannel.inHand'

type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  format?: string
} & {
  properties?: Record<string, Schema>
  items?: Schema
  minItems?: number
  minimum?: number
  maximum?: number
  maxLength?: number
}

/** An input that the call takes: what it names is what is there, what it looks for is `wanted`. */
function inputOf(schema: Schema, wanted: string, name = ''): unknown {
  if (Object.hasOwn(known, name)) return known[name]
  if (name === 'selection') return everything
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const [one] = schema.anyOf ?? schema.oneOf ?? []
  if (one !== undefined)
    return (schema.anyOf ?? []).some(({ type }) => type === 'null') ? null : inputOf(one, wanted, name)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, value]) => [key, inputOf(value, wanted, key)]),
      )
    case 'array':
      return (schema.minItems ?? 0) > 0 ? [inputOf(schema.items ?? {}, wanted, name.replace(/s$/, ''))] : []
    case 'integer':
    case 'number':
      return name === 'limit' ? Math.min(50, schema.maximum ?? 50) : Math.max(0, schema.minimum ?? 0)
    case 'boolean':
      return false
    default:
      return textFor(schema, wanted, name)
  }
}
function textFor({ format, maxLength }: Schema, wanted: string, name: string): string {
  if (format === 'date') return '2026-11-21'
  if (format === 'date-time') return '2026-11-21T09:00:00.000Z'
  if (name === 'base64') return ''
  return maxLength === undefined ? v7() : wanted.slice(0, maxLength)
}

/** Every question of the contract, and what the console says to it. */
async function everyAnswer(wanted: string): Promise<string[]> {
  const answers: string[] = []
  const misfits: string[] = []
  for (const [feature, calls] of Object.entries(contract))
    for (const [name, entry] of Object.entries(calls) as [string, Entry][]) {
      const call = `${feature}.${name}`
      if (entry.changes.length > 0 || ACTS.has(call) || call === SEALED_ON_PURPOSE) continue
      const schema = z.toJSONSchema(entry.input, { unrepresentable: 'any', io: 'input' }) as Schema
      const answer = await console.call(call, inputOf(schema, wanted))
      if (!answer.ok && /bad_input|unexpected/.test(answer.code))
        misfits.push(`${call} ${answer.code} ${JSON.stringify(answer.detail)}`)
      answers.push(`${call} ${JSON.stringify(answer)}`)
    }
  expect(misfits).toEqual([])
  return answers
}
const tellingOf = (answers: readonly string[], word: string) =>
  answers.filter((answer) => answer.includes(word)).map((answer) => answer.split(' ')[0])

/** All files made of all tickets there are, as text. */
async function everyFile(): Promise<string> {
  await accepted(
    client.exports.start({
      selection: everything,
      scope: '全部',
      language: 'zh',
      formats: ['csv', 'xlsx', 'markdown'],
      folder: share,
    }),
  )
  await vi.waitFor(
    () => expect(readdirSync(share).filter((name) => /\.(csv|xlsx|md)$/.test(name))).toHaveLength(3),
    patience,
  )
  const texts = readdirSync(share).map((name) => {
    const bytes = readFileSync(join(share, name))
    return name.endsWith('.xlsx') ? unzippedText(bytes, 'xl/worksheets/sheet1.xml') : bytes.toString('utf8')
  })
  return texts.join('\n')
}

test('nothing tells a word of a sealed call: no answer of any call, and no file', { timeout: 120_000 }, async () => {
  const { call } = await aFullCall()
  const before = await everyAnswer(SECRETS.note)
  for (const where of ['note', 'draft', 'line', 'title', 'remark', 'reference'] as const)
    expect(tellingOf(before, SECRETS[where]), where).not.toEqual([])
  await raise(call.id)
  for (const wanted of [SECRETS.note, SECRETS.title, SECRETS.reference]) {
    const answers = await everyAnswer(wanted)
    for (const [where, word] of Object.entries(SECRETS)) expect(tellingOf(answers, word), where).toEqual([])
  }
  const files = await everyFile()
  for (const word of Object.values(SECRETS)) expect(files).not.toContain(word)
  expect(files).toContain(KEPT)
})

test('no byte of a sealed call stands readable in any file of the data folder, nor in its name, where the system keeps keys', async () => {
  const { call } = await aFullCall()
  // A file of tickets that waits for its folder, one that was made as nobody knew, and minutes.
  const wish = { selection: everything, scope: '全部', language: 'zh', formats: ['csv'], folder: join(share, 'away') }
  await accepted(client.exports.start({ ...wish, formats: ['csv'], language: 'zh' }))
  await accepted(client.meetings.writeMinutes({ callId: call.id, folder: join(share, 'away'), language: 'zh' }))
  const waits = async () =>
    (await accepted(client.exports.list({ limit: 9 }))).filter(({ state }) => state === 'waiting')
  await vi.waitFor(async () => expect(await waits()).toHaveLength(2), patience)
  await raise(call.id)
  // Whatever is asked of it meanwhile, and refused, leaves a line in no log.
  await everyAnswer(SECRETS.title)
  await accepted(client.workspace.backUpNow({}))
  await console.close()
  const files = readdirSync(data(), { recursive: true, withFileTypes: true })
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['backups', 'outbox', 'earshot.db', 'earshot.log']),
  )
  for (const file of files) {
    const path = join(file.parentPath, file.name)
    const bytes = file.isFile() ? readFileSync(path) : Buffer.alloc(0)
    for (const [where, word] of Object.entries(SECRETS))
      expect(bytes.includes(word) || file.name.includes(word), `${where} in ${file.name}`).toBe(false)
  }
  console = await open()
  client = clientOf(console.call)
})

test('who reads what is sealed reads of the meeting, too; what is typed for it afterwards is told to nobody', async () => {
  const { call } = await aFullCall()
  const caseId = await raise(call.id)
  await accepted(client.sessions.endCall({ callId: call.id }))
  const typed = { draftId: v7(), meetingId: String(known.meetingId), lineId: null, seenVersion: null, caret: 0 }
  await accepted(client.meetings.storeDraft({ ...typed, text: SECRETS.half }))
  expect(await accepted(client.meetings.drafts({ meetingId: typed.meetingId }))).toEqual([])
  const person = { name: '陈思远', department: '', role: 'coordinator', employeeNumber: null } as const
  const me = await accepted(client.people.add({ ...person, email: null, joinedOn: null }))
  await accepted(client.settings.save({ me: me.id }))
  const words = await accepted(client.lifeChannel.readSealed({ caseId, readingId: v7(), reason: '回访' }))
  expect(words.meeting).toEqual({
    attendees: [SECRETS.attendee],
    lines: [SECRETS.agreed, SECRETS.closed].map((text) => ({ ownerName: SECRETS.attendee, text })),
  })
  expect(words.halfDone).toContain(`${SECRETS.half}。好`)
})
