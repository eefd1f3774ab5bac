import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openFileLog } from '../../../electron/adapters/log/file-log.ts'
import type { OpenConsole } from '../../../electron/compose.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import {
  type Asked,
  everyAnswer,
  everyCommand,
  MINUTE_IN_NAME,
  type Told,
  tellingOf,
} from '../../builders/every-answer.ts'
import { everything } from '../../builders/exports.ts'
import { aFullCall, KEPT, OF_THE_CARD, raiseFor, SECRETS } from '../../builders/full-call.ts'
import { patience } from '../../builders/patience.ts'
import { aShellWithKeys } from '../../builders/shell-with-keys.ts'
import { unzippedText } from '../../builders/unzip.ts'

let folder: ReturnType<typeof aFolder>
let share: string
let console: OpenConsole
let client: Client
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

const asks = (known: Asked['known'], wanted: string) => everyAnswer(console.call, { known, wanted })
const tells = (told: readonly Told[], words: readonly string[]) =>
  Object.fromEntries(words.map((word): [string, string[]] => [word, tellingOf(told, word)]))
const nowhere = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, []]))
const EVERY = Object.values(SECRETS)
/** Not by any answer: they stand in the file alone, or are said once the card is there. */
const toldByNothing = new Set<string>(['edited', 'removed', 'withdrawn', ...OF_THE_CARD])

test('nothing tells a word of a sealed call: no answer of any call, and no file', { timeout: 120_000 }, async () => {
  const { callId, known } = await aFullCall(client)
  const before = tells(await asks(known, SECRETS.note), EVERY)
  for (const [where, word] of Object.entries(SECRETS))
    if (!toldByNothing.has(where)) expect(before[word], where).not.toEqual([])
  const caseId = await raiseFor(client, callId)
  for (const wanted of [SECRETS.note, SECRETS.title, SECRETS.reference])
    expect(tells(await asks({ ...known, caseId }, wanted), EVERY)).toEqual(nowhere(EVERY))
  const files = await everyFile()
  for (const word of EVERY) expect(files).not.toContain(word)
  expect(files).toContain(KEPT)
})

test('no command that names what is sealed answers with a word of it, whether it is done or refused, nor does what is asked after it', async () => {
  const { callId, known } = await aFullCall(client)
  const caseId = await raiseFor(client, callId)
  const named = { ...known, caseId, folder: share }
  const told = await everyCommand(console.call, { known: named, wanted: '别的话' })
  expect(tells(told, EVERY)).toEqual(nowhere(EVERY))
  expect(tells(await asks(named, SECRETS.note), EVERY)).toEqual(nowhere(EVERY))
})

/** Each row is written anew; and what counts the moments since. */
const CHANGES = new Set(['version', 'now', 'databaseSizeBytes', 'base64'])
const lasting = (key: string, value: unknown): unknown => {
  if (CHANGES.has(key)) return null
  return key === 'fileName' && typeof value === 'string' ? value.replaceAll(MINUTE_IN_NAME, '<at>') : value
}
const OTHERWISE = /^exports\.find$|^search\.everywhere$|^lifeChannel\.list$/

test('after a wrong alarm every answer is what it was, tickets as well', async () => {
  const { callId, known } = await aFullCall(client)
  await accepted(client.sessions.end({ sessionId: String(known.sessionId) }))
  const answers = async () =>
    (await asks(known, SECRETS.note))
      .filter(({ call }) => !OTHERWISE.test(call))
      .map(({ call, answer }) => [call, JSON.parse(answer, lasting)])
  const found = async () => {
    const { voices } = await accepted(client.search.everywhere({ text: SECRETS.note, limit: 5 }))
    return { ...voices, hits: voices.hits.map(({ note }) => note.id) }
  }
  const before = [await answers(), await found()]
  const caseId = await raiseFor(client, callId)
  const sealed = [await answers(), await found()]
  const at = new Date().toISOString()
  await accepted(client.lifeChannel.act({ actId: v7(), caseId, at, act: { what: 'dismissed' } }))
  expect([await answers(), await found()]).toEqual(before)
  expect(sealed).not.toEqual(before)
})

test('no byte of a sealed call stands readable in any file of the data folder, nor in its name, where the system keeps keys', async () => {
  const { callId, known } = await aFullCall(client)
  // A file of tickets that waits for its folder, one that was made as nobody knew, minutes, and a page of thanks.
  const wish = { selection: everything, scope: '全部', language: 'zh', formats: ['csv'], folder: join(share, 'away') }
  await accepted(client.exports.start({ ...wish, formats: ['csv'], language: 'zh' }))
  await accepted(client.meetings.writeMinutes({ callId, folder: join(share, 'away'), language: 'zh' }))
  const waits = async () =>
    (await accepted(client.exports.list({ limit: 9 }))).filter(({ state }) => state === 'waiting')
  await accepted(client.thanks.writePage({ folder: join(share, 'away'), language: 'zh' }))
  await vi.waitFor(async () => expect(await waits()).toHaveLength(3), patience)
  await raiseFor(client, callId)
  // Whatever is asked of it meanwhile, and refused, leaves a line in no log.
  await asks(known, SECRETS.title)
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
  const { callId, known } = await aFullCall(client)
  const caseId = await raiseFor(client, callId)
  await accepted(client.sessions.endCall({ callId }))
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
