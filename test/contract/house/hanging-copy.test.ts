import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AbandonableChild, startNodeChild } from '../../../electron/adapters/child-port.ts'
import { databaseChildren } from '../../../electron/adapters/database-child/database-children.ts'
import type { OpenConsole } from '../../../electron/compose.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { aConsole, accepted, aFolder, clientOf, consoleOptions } from '../../builders/console.ts'
import { patience } from '../../builders/patience.ts'

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
let readers: number[]

const hanging = new URL('../../faults/hanging-child.ts', import.meta.url)
/** Real processes that take the job and never come back, as on a disk that takes minutes for a large copy. */
const startChild = () => {
  const child = startNodeChild(hanging)
  return {
    ...child,
    onMessage: () => child.onMessage((message) => void readers.push((message as { pid: number }).pid)),
  }
}
const isThere = (pid: number | undefined) => {
  try {
    return pid !== undefined && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A console with one copy that nobody knows anything of. */
beforeEach(async () => {
  folder = aFolder()
  readers = []
  const first = await aConsole(folder.path)
  await accepted(clientOf(first.call).workspace.backUpNow({}))
  await first.close()
  rmSync(join(folder.path, 'backups', 'looked-into.json'))
  console = await aConsole(folder.path, { shell: { ...consoleOptions('').shell, startChild } })
  client = clientOf(console.call)
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

test('a window starts while a copy is still being read, and however many ask, one reads', async () => {
  const lists = [client.workspace.backups({}), client.workspace.backups({})]
  await expect.poll(() => readers.length, patience).toBe(1)
  expect(await accepted(client.workspace.status({}))).toMatchObject({ state: 'ready' })
  await console.close()
  await Promise.allSettled(lists)
  expect(readers).toHaveLength(1)
})

const backups = () => readdirSync(join(folder.path, 'backups'))
const unfinished = () => backups().filter((name) => name.endsWith('.unfinished'))

test('the end of the console ends a copy that hangs: nothing of it stays, and the next console makes one', async () => {
  await console.close()
  const child = new URL('../../faults/hanging-copy-child.ts', import.meta.url)
  const shell = { ...consoleOptions('').shell, startChild: () => startNodeChild(child) }
  const before = backups()
  console = await aConsole(folder.path, { shell })
  const copying = clientOf(console.call).workspace.backUpNow({})
  await expect.poll(() => unfinished().map((name) => isFilled(name)), patience).toEqual([true])
  await console.close()
  expect(await copying).toMatchObject({ ok: false, code: 'closed' })
  expect(backups()).toEqual(expect.arrayContaining(before))
  expect(unfinished()).toEqual([])
  console = await aConsole(folder.path)
  expect(await accepted(clientOf(console.call).workspace.backUpNow({}))).toMatchObject({ isGood: true })
})

/** It was written to the end and only waits for the disk. */
function isFilled(name: string): boolean {
  return statSync(join(folder.path, 'backups', name)).size > 100_000
}

test('a look through the database that hangs is given up at the end, and due again at the next start', async () => {
  await console.close()
  rmSync(join(folder.path, 'earshot.checked'), { force: true })
  console = await aConsole(folder.path, { shell: { ...consoleOptions('').shell, startChild } })
  await expect.poll(() => isThere(readers.at(-1)), patience).toBe(true)
  await console.close()
  expect(isThere(readers.at(-1))).toBe(false)
  expect(readdirSync(folder.path)).not.toContain('earshot.checked')
  console = await aConsole(folder.path)
  await expect.poll(() => readdirSync(folder.path), patience).toContain('earshot.checked')
})

test('a process that not even the system can end is waited for no longer than a moment', async () => {
  const immortal: AbandonableChild = { send: () => {}, onMessage: () => {}, onExit: () => {}, abandon: () => {} }
  const children = databaseChildren(() => immortal, 10)
  const asking = children.ask('check', { path: '' })
  await children.stop()
  expect(await Promise.all([asking, children.ask('check', { path: '' })])).toEqual([
    { ok: false, why: 'ended' },
    { ok: false, why: 'ended' },
  ])
})

test('the end of the console ends whoever reads a copy, and nobody begins with another', async () => {
  const list = client.workspace.backups({})
  await expect.poll(() => isThere(readers[0]), patience).toBe(true)
  await console.close()
  await expect.poll(() => isThere(readers[0]), patience).toBe(false)
  await Promise.allSettled([list, client.workspace.backups({})])
  expect(readers).toHaveLength(1)
})
