import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import type { ExportJob } from '../../electron/adapters/exports/export-messages.ts'
import { lookThrough } from '../../electron/adapters/exports/look-through.ts'
import { makeExport } from '../../electron/adapters/exports/make-export.ts'
import { upgradeInWorker } from '../../electron/adapters/upgrade/upgrade-in-worker.ts'
import { aFolder } from '../builders/console.ts'
import { layClosedDatabase } from '../builders/empty-database.ts'

// A thread with SQLite in it that is terminated takes the whole process along now and then (`end-mark.ts`).
let folder: ReturnType<typeof aFolder>
let terminated: MockInstance<Worker['terminate']>
beforeEach(() => {
  folder = aFolder()
  terminated = vi.spyOn(Worker.prototype, 'terminate')
})
afterEach(() => {
  terminated.mockRestore()
  folder.remove()
})
const ignore = () => {}

test('an upgrade that is stopped ends by itself, and has taken no step', async () => {
  const path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, '../migrations/fixtures/v8.db'), path)
  const failures: unknown[] = []
  const { stop } = upgradeInWorker({ path, dataFolder: folder.path, atMs: 0 }, ignore, (failure) =>
    failures.push(failure),
  )
  await stop()
  expect(terminated).not.toHaveBeenCalled()
  expect([existsSync(join(folder.path, 'backups')), failures]).toEqual([false, []])
})

/** Rows that are asked for page by page, as a desk of a hub does. */
function anExport(page: () => Promise<never>, change: Partial<ExportJob> = {}) {
  const path = join(folder.path, 'tickets.csv')
  const job: ExportJob = {
    ...{ path, format: 'csv', language: 'zh', timeZone: 'Asia/Shanghai', ticketNumbers: [1, 2] },
    writtenAt: '2026-09-18T04:00:00.000Z',
    maskingRules: { rules: [], hidesOrders: false },
    rows: { lastEvents: { ticketEventId: '', noteEventId: '' } },
    ...change,
  }
  return { path, ...makeExport(job, { progress: ignore, page }) }
}

test('an export that is stopped while it waits for rows ends by itself, and leaves nothing', async () => {
  const asked = Promise.withResolvers<void>()
  const { path, made, stop } = anExport(() => {
    asked.resolve()
    return new Promise<never>(ignore)
  })
  await asked.promise
  await stop()
  expect(await made).toBeNull()
  expect(terminated).not.toHaveBeenCalled()
  expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false])
})

test('an export that was ready when it was stopped is not given', async () => {
  const rows: ExportJob['rows'] = { kind: 'thanks', thanks: [] }
  const { made, stop } = anExport(() => Promise.reject(new Error('no page is asked for')), {
    ...{ format: 'markdown', ticketNumbers: [], rows },
  })
  await stop()
  expect(await made).toBeNull()
})

test('an export whose rows could not be had says why', async () => {
  const { path, made } = anExport(() => Promise.reject(new Error('the hub is away')))
  await expect(made).rejects.toThrow('the hub is away')
  expect(terminated).not.toHaveBeenCalled()
  expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false])
})

test('one that looks through what files would hold ends when it has seen all, and before its first page where it is asked to', async () => {
  const databasePath = join(folder.path, 'earshot.db')
  layClosedDatabase(databasePath, '2026-09-18T04:00:00.000Z')
  const file = { path: join(folder.path, 'looked'), version: '1' }
  const wish = { databasePath, file, maskingRules: { rules: [], hidesOrders: false } }
  expect(await lookThrough(wish).ended).toBe('whole')
  const { ended, stop } = lookThrough(wish)
  stop()
  await ended
  await expect(lookThrough({ ...wish, databasePath: join(folder.path, 'nothing.db') }).ended).rejects.toThrow()
  expect(terminated).not.toHaveBeenCalled()
})
