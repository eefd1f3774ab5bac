import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import { openForReading } from '../../../electron/storage/open.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { aCall, accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import { aClock } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'

const DAY_MS = 86_400_000
let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
let clock: ReturnType<typeof aClock>
beforeEach(async () => {
  clock = aClock()
  folder = aFolder()
  await begin()
})
afterEach(async () => {
  vi.useRealTimers()
  await console.close()
  folder.remove()
})

async function begin(): Promise<void> {
  console = await aReadyConsole(folder.path, { clock })
  client = clientOf(console.call)
}
const pathOf = (fileName: string) => join(folder.path, 'backups', fileName)
async function copied(): Promise<string> {
  clock.advance(1_000)
  return (await accepted(client.workspace.backUpNow({}))).fileName
}
/** A call of today, with its agent, and nobody listens after it. */
async function heard(): Promise<void> {
  const { callId, sessionId } = await aCall(client)
  await accepted(client.agents.name({ callId, typed: '1001' }))
  await accepted(client.sessions.end({ sessionId }))
}
function keysIn(path: string): Map<unknown, string> {
  const db = openForReading(path)
  try {
    return new Map(db.prepare('SELECT day, key FROM agent_key ORDER BY day').raw().all() as [string, string][])
  } finally {
    db.close()
  }
}
const live = () => join(folder.path, 'earshot.db')
/** The files of the folder that hold these bytes. */
const holding = (key: string) =>
  readdirSync(folder.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(key))
    .map(({ name }) => name)

test('a week later the secret of a day is in no copy either, and later ones stay; nothing else of a copy changes', async () => {
  await heard()
  const first = await copied()
  const [[day, secret] = [undefined, '']] = [...keysIn(live())]
  clock.advance(5 * DAY_MS)
  await heard()
  const second = await copied()
  const later = [...keysIn(live()).keys()].filter((each) => each !== day)
  expect([keysIn(pathOf(first)).size, keysIn(pathOf(second)).size]).toEqual([1, 2])
  const before = await accepted(client.workspace.backups({}))

  clock.advance(3 * DAY_MS)
  await console.close()
  await begin()
  await expect.poll(() => [...keysIn(pathOf(first)).keys()], patience).toEqual([])
  await expect.poll(() => [...keysIn(pathOf(second)).keys()], patience).toEqual(later)
  expect([...keysIn(live()).keys()]).toEqual(later)
  await expect.poll(() => holding(secret), patience).toEqual([])
  const told = (backups: typeof before) =>
    backups.map(({ fileName, isGood, noteCount }) => [fileName, isGood, noteCount])
  expect(told(await accepted(client.workspace.backups({}))).toSorted()).toEqual(told(before).toSorted())
})

test('while somebody listens no copy is made anew for that; it is as soon as they are done', async () => {
  await heard()
  const copy = await copied()
  const { sessionId } = await aCall(client)
  clock.advance(8 * DAY_MS)
  const next = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
  await accepted(client.agents.name({ callId: next.id, typed: '1001' }))
  expect(keysIn(pathOf(copy)).size).toBe(1)
  await accepted(client.sessions.end({ sessionId }))
  const { contacts, version } = await accepted(client.lifeChannel.contacts({}))
  await accepted(client.lifeChannel.saveContacts({ contacts, seenVersion: version }))
  await expect.poll(() => keysIn(pathOf(copy)).size, patience).toBe(0)
})
