import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startNodeChild } from '../../../electron/adapters/child-port.ts'
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

test('the end of the console ends whoever reads a copy, and nobody begins with another', async () => {
  const list = client.workspace.backups({})
  await expect.poll(() => isThere(readers[0]), patience).toBe(true)
  await console.close()
  await expect.poll(() => isThere(readers[0]), patience).toBe(false)
  await Promise.allSettled([list, client.workspace.backups({})])
  expect(readers).toHaveLength(1)
})
