import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Log } from '../../electron/adapters/log/log-port.ts'
import { demoExportFolder } from '../../electron/data-folder.ts'
import { demoConversations } from '../../electron/demo/demo-conversations.ts'
import { layDemo } from '../../electron/demo/lay-demo.ts'
import { ticketStates } from '../../shared/domain/tickets/ticket-states.ts'
import { dateOf, daysAfter } from '../../shared/domain/wall-clock.ts'
import { aCall, aConsole, accepted, aFolder, clientOf } from '../builders/console.ts'
import { aClock, someSettings } from '../builders/parts.ts'
import { seatsOf } from '../builders/rooms.ts'

const log: Log = { info: () => {}, warn: () => {}, error: () => {} }
let folder: ReturnType<typeof aFolder>
let dataFolder: string
beforeEach(() => {
  folder = aFolder()
  dataFolder = join(folder.path, 'data')
  mkdirSync(dataFolder)
})
afterEach(() => folder.remove())

async function openDemo(now: string, exportFolder: string | null) {
  const settings = someSettings({ me: null, isFirstRunDone: false, exportFolder })
  const lay = () =>
    layDemo({
      dataFolder,
      exportFolder: demoExportFolder(dataFolder),
      settings,
      log,
      appVersion: '0',
      nowMs: Date.parse(now),
    })
  await lay()
  const console = await aConsole(dataFolder, { settings, clock: aClock(now) })
  return { client: clientOf(console.call), console, settings, lay }
}

test.each([
  ['in the morning', '2026-11-21T01:50:00.000Z', false],
  ['in the middle of the night, over a New Year no calendar knows', '2027-01-05T18:34:00.000Z', true],
])('whoever starts the demo %s finds a room at work, and beside it what was their own', async (_, now, hasChosen) => {
  const own = layOwnConversation()
  const chosen = hasChosen ? folder.path : null
  const { client, console, settings } = await openDemo(now, chosen)
  const { me } = settings.read()
  const mine = await accepted(client.bookings.upcoming({ personId: me ?? '' }))
  const taken = await accepted(client.bookings.board({ from: now.slice(0, 10), to: now.slice(0, 10) }))
  const { tickets } = await accepted(client.tickets.list({ filter: {}, sort: 'number', limit: 100 }))
  const [session] = (await accepted(client.sessions.list({ limit: 1 }))).sessions
  const notes = await accepted(client.notes.ofSession({ sessionId: session?.id ?? '' }))

  expect(settings.read()).toMatchObject({ isFirstRunDone: true, exportFolder: chosen ?? demoExportFolder(dataFolder) })
  expect(await accepted(client.people.list({}))).toHaveLength(14)
  expect(await seatsOf(client)).toHaveLength(6)
  expect(taken.length).toBeGreaterThan(15)
  expect(mine.length).toBeGreaterThanOrEqual(3)
  expect((await accepted(client.bookings.checkIn({ bookingId: mine[0]?.id ?? '' }))).state).toBe('checked_in')
  expect(tickets.length).toBeGreaterThanOrEqual(38)
  expect(new Set(tickets.map((ticket) => ticket.state))).toEqual(new Set(ticketStates))
  expect(tickets.filter((ticket) => ticket.quoteCount === 0 || ticket.openedAt > now)).toEqual([])
  expect(session).toMatchObject({ listenerId: me, callCount: 3, noteCount: notes.length })
  expect(notes.filter((note) => note.kind === 'voice' && note.ticketId === null).length).toBeGreaterThanOrEqual(5)
  expect(await accepted(client.notes.halfDone({}))).toMatchObject([{ sessionId: session?.id, callNumber: 3 }])

  // What is not empty on the first look: old callers, thanks, a meeting settled on the spot; and who heard a call is told its agent.
  const today = dateOf(now, 'Asia/Shanghai')
  const silver = await accepted(client.silverHair.overview({ from: daysAfter(today, -30), to: today }))
  expect(silver.failings?.jargon.terms.length).toBeGreaterThan(2)
  expect([silver.count, silver.failings?.hard, silver.failings?.untold]).toEqual([
    ...[11, { calls: 7, of: 10 }, { calls: 1, of: 2 }],
  ])
  const thanksOf = async (state: 'waiting' | 'handed_over') => accepted(client.thanks.list({ state }))
  const [waits, told] = [await thanksOf('waiting'), await thanksOf('handed_over')]
  expect([waits.total, told.total]).toEqual([1, 3])
  // Words of somebody who is angry are no thanks.
  expect([...waits.thanks, ...told.thanks].filter(({ voice }) => !/谢谢|难为你/u.test(voice ?? ''))).toEqual([])
  const { meetings } = await accepted(client.meetings.list({ limit: 9 }))
  expect(meetings).toMatchObject([{ lineCount: 2 }, { lineCount: 2 }])
  const [call] = await accepted(client.sessions.calls({ sessionId: session?.id ?? '' }))
  expect(await accepted(client.agents.ofCall({ callId: call?.id ?? '' }))).toMatchObject({ isNamed: true })

  const exportFolder = settings.read().exportFolder ?? ''
  expect(await accepted(client.exports.checkFolder({ folder: exportFolder }))).toMatchObject({ isReady: true })

  const { callId } = await aCall(client)
  expect([readFileSync(own.path, 'utf8'), existsSync(own.linkedTo)]).toEqual(['自己的', false])
  const files = readdirSync(join(dataFolder, 'conversations')).filter((name) => !own.names.includes(name))
  expect(files).toHaveLength(3)
  for (const fileName of files) {
    const base64 = readFileSync(join(dataFolder, 'conversations', fileName), 'base64')
    const conversation = await accepted(client.conversations.attach({ callId, fileName, base64 }))
    expect(conversation.pace).toBe('recorded')
    expect(conversation.lines.length).toBeGreaterThan(20)
    expect(new Set(conversation.lines.map((line) => line.speaker))).toEqual(new Set(['agent', 'customer']))
    expect(JSON.stringify(conversation)).not.toContain('13800138000')
  }
  await console.close()
})

/** Under the first two names that the demo would take for one of its own; the second is a link to nowhere. */
function layOwnConversation() {
  const conversations = join(dataFolder, 'conversations')
  mkdirSync(conversations)
  const { name, ext } = parse(Object.keys(demoConversations)[0] ?? '')
  const names = [name + ext, `${name} (2)${ext}`]
  const [path = '', link = ''] = names.map((each) => join(conversations, each))
  const linkedTo = join(folder.path, 'elsewhere.json')
  writeFileSync(path, '自己的')
  symlinkSync(linkedTo, link)
  return { names, path, linkedTo }
}

test('a folder that has people in it is left as it is', async () => {
  const settings = someSettings({ me: null })
  const console = await aConsole(dataFolder, { settings })
  const wish = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  await accepted(clientOf(console.call).people.add(wish))
  await console.close()
  await layDemo({
    dataFolder,
    exportFolder: demoExportFolder(dataFolder),
    settings,
    log,
    appVersion: '0',
    nowMs: Date.now(),
  })
  const again = await aConsole(dataFolder, { settings })
  expect(await accepted(clientOf(again.call).people.list({}))).toHaveLength(1)
  expect(settings.read().me).toBeNull()
  await again.close()
})

test('a session that runs in the demo keeps its time when the demo is started again', async () => {
  const now = '2026-11-21T01:50:00.000Z'
  const { client, console, settings, lay } = await openDemo(now, null)
  const walkUp = { bookingId: null, listenerId: settings.read().me ?? '', purpose: 'listen' } as const
  const session = await accepted(client.sessions.start(walkUp))
  await accepted(client.sessions.nextCall({ sessionId: session.id, reference: null }))
  await console.close()
  await lay()

  const again = await aConsole(dataFolder, { settings, clock: aClock('2026-11-21T01:51:00.000Z') })
  const [call] = await accepted(clientOf(again.call).sessions.calls({ sessionId: session.id }))
  expect(call).toMatchObject({ startedAt: now, elapsedMs: 60_000 })
  await again.close()
})
