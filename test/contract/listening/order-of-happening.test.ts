import { afterEach, beforeEach, expect, test } from 'vitest'
import { runOn } from '../../../electron/storage/engine/sqlite.ts'
import { exportsInStates, insertExports, listExports } from '../../../electron/storage/exports/exports.ts'
import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import { anOpenRoom } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

function anExport(): string {
  const id = house.clock.newId()
  const record: ExportRecord = {
    ...{
      id,
      kind: 'tickets',
      format: 'csv',
      folder: '/nowhere',
      fileName: `${id}.csv`,
      state: 'waiting',
      reason: 'unknown',
    },
    ...{ ticketCount: 1, sha256: null, sizeBytes: null, createdAt: house.clock.now(), deliveredAt: null, tries: 0 },
    exportedBy: null,
  }
  const wish = { scope: '全部', language: 'zh', choice: { by: 'tickets' }, ticketNumbers: [1] } as const
  runOn(house.db, insertExports([record], { ...wish, callId: null, thanks: null }, null))
  return id
}

test('after the clock was set back the ledger still shows the newest export first, and the queue the oldest', () => {
  const first = anExport()
  house.clock.step(-3_600_000)
  const second = anExport()
  expect(runOn(house.db, listExports(10, null)).map(({ id }) => id)).toEqual([second, first])
  expect(runOn(house.db, exportsInStates(['waiting'], null)).map(({ id }) => id)).toEqual([first, second])
})
