import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aCall, accepted, aFolder, aNoteIn, aReadyConsole, clientOf } from '../../builders/console.ts'
import { everything } from '../../builders/exports.ts'
import { patience } from '../../builders/patience.ts'
import { settledExport } from '../../builders/settled-export.ts'

let folder: ReturnType<typeof aFolder>
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => folder.remove())

test('what waits for its folder survives the end of the program, and goes out after the next start without being asked for', async () => {
  const share = join(folder.path, 'share')
  const data = join(folder.path, 'data')
  const before = await aReadyConsole(data)
  const client = clientOf(before.call)
  const { callId } = await aCall(client)
  const { id } = await aNoteIn(client, callId, 1)
  const wish = { title: '门店不给换', issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
  await accepted(client.tickets.open({ ...wish, noteIds: [id] }))
  const file = { selection: everything, scope: '全部', language: 'zh', folder: share } as const
  const [started] = await accepted(client.exports.start({ ...file, formats: ['csv'] }))
  if (started === undefined) throw new Error('nothing was begun')
  const waiting = await settledExport(client, started)
  expect(waiting).toMatchObject({ state: 'waiting', reason: 'folder_missing' })
  await before.close()

  mkdirSync(share)
  const after = await aReadyConsole(data)
  await vi.waitFor(async () => {
    const [record] = await accepted(clientOf(after.call).exports.list({ limit: 5 }))
    expect(record).toMatchObject({ id: started.id, state: 'delivered', sha256: waiting.sha256 })
  }, patience)
  expect(readdirSync(share)).toEqual([waiting.fileName])
  await after.close()
})
