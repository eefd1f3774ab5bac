import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenConsole, openConsole } from '../../../electron/compose.ts'
import { schemaVersion } from '../../../electron/storage/migrations/migrations.ts'
import type { WorkspaceStatus } from '../../../shared/contract/house/workspace.ts'
import { accepted, aFolder, clientOf, consoleOptions } from '../../builders/console.ts'
import { patience } from '../../builders/patience.ts'
import { theRoomOf } from '../../builders/rooms.ts'

let folder: ReturnType<typeof aFolder>
let path: string
let console: OpenConsole | null
beforeEach(() => {
  folder = aFolder()
  path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, '../../migrations/fixtures/v8.db'), path)
  console = null
})
afterEach(async () => {
  await console?.close()
  folder.remove()
})

/** Another program that is about to write: no step begins before it lets go. */
function holdBack(): () => void {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.exec('BEGIN IMMEDIATE')
  return () => db.close()
}
async function open() {
  const opened = await openConsole(consoleOptions(folder.path))
  if (!opened.ok) throw new Error(opened.sentence)
  console = opened.console
  const { call } = console
  const client = clientOf(call)
  const status = () => accepted(client.workspace.status({}))
  /**
   * SQLite waits five seconds for whoever holds the database, and a busy machine may need longer to let go: then the person looks again.
   */
  const lookAgainIfBusy = async () => {
    const now = await status()
    if (now.fault?.code?.startsWith('SQLITE_BUSY')) void client.workspace.lookAgain({})
    return now.state
  }
  const comesTo = (state: WorkspaceStatus['state']) => expect.poll(lookAgainIfBusy, patience).toBe(state)
  return { console, status, client, comesTo }
}

test('windows are answered while an older database is brought up to date: which step, and it is open by itself afterwards', async () => {
  const letGo = holdBack()
  const { console, client, status, comesTo } = await open()
  await comesTo('upgrading')
  const told: WorkspaceStatus[] = [await status()]
  const asking: Promise<unknown>[] = []
  console.on((event) => {
    if (event.kind === 'changed' && event.topics.includes('workspace'))
      asking.push(status().then((now) => told.push(now)))
  })
  expect(told[0]).toMatchObject({ state: 'upgrading', fault: null })
  expect(await client.people.list({})).toMatchObject({ ok: false, code: 'workspace_closed' })
  letGo()
  await comesTo('ready')
  await Promise.all(asking)
  told.push(await status())
  const steps = told.flatMap(({ upgrade }) => upgrade ?? [])
  expect(steps.filter(({ doing, of }) => doing === 'changing' && of === schemaVersion - 8)).not.toEqual([])
  expect(told.at(-1)).toMatchObject({ state: 'ready', upgrade: null, schemaVersion })
  expect((await accepted(client.people.list({}))).length).toBeGreaterThan(0)
  const [copy] = await accepted(client.workspace.backups({}))
  expect(copy).toMatchObject({ isGood: true })
  expect(copy?.noteCount).toBeGreaterThan(0)
})

test('an end in the middle loses nothing: the next start goes on from the step that was done last', async () => {
  const letGo = holdBack()
  const first = await open()
  await first.comesTo('upgrading')
  letGo()
  await first.console.close()
  const second = await open()
  await second.console.upgraded()
  expect(await second.status()).toMatchObject({ state: 'ready', schemaVersion })
  expect((await accepted(second.client.people.list({}))).length).toBeGreaterThan(0)
})

test('a copy of an older version that is gone back to is brought up to date before it is answered', async () => {
  const first = await open()
  await first.console.upgraded()
  const [copy] = await accepted(first.client.workspace.backups({}))
  const old = new Database(join(folder.path, 'backups', copy?.fileName ?? ''), { readonly: true })
  expect(old.pragma('user_version', { simple: true })).toBe(8)
  old.close()
  const { sessions } = await accepted(first.client.sessions.list({ limit: 50 }))
  for (const { id, endedAt } of sessions)
    if (endedAt === null) await accepted(first.client.sessions.end({ sessionId: id }))
  const { id, name, site, version } = await theRoomOf(first.client)
  const described = { roomId: id, seenVersion: version, name, site: `${site}二楼`, coordinatorId: null }
  await accepted(first.client.roomKeeping.describe(described))
  const { status } = await accepted(first.client.workspace.goBackTo({ fileName: copy?.fileName ?? '' }))
  expect(status).toMatchObject({ state: 'ready', schemaVersion })
  expect((await accepted(first.client.people.list({}))).length).toBeGreaterThan(0)
})
