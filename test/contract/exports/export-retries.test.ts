import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Delivery, DropEnd } from '../../../electron/adapters/file-drop/drop-messages.ts'
import { type FileDrop, makeFileDrop } from '../../../electron/adapters/file-drop/file-drop.ts'
import { exportsService } from '../../../electron/services/exports/exports.ts'
import { anExportHouse, type ExportHouse, everything } from '../../builders/exports.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { nobody } from '../../builders/seats.ts'

let house: ExportHouse
beforeEach(async () => {
  house = await anExportHouse()
  await house.aTicket()
})
afterEach(() => house.close())

const wish = { selection: everything, scope: '全部', language: 'zh', formats: ['csv' as const] } as const

/** A real drive whose answers are lost on the way, as long as told. */
function aDriveThatIsCutOff() {
  const drive = makeFileDrop({ mark: 'test' })
  const asked: Delivery[] = []
  const state = { isCutOff: true }
  const drop: FileDrop = {
    ...drive,
    // Tries come when the test says so.
    watch: () => ({ end: new Promise(() => {}), giveUp: () => {} }),
    deliver: (delivery) => {
      asked.push(delivery)
      const { end, giveUp } = drive.deliver(delivery)
      const lost: DropEnd = { kind: 'refused', reason: 'folder_missing', said: 'ENOENT' }
      return { end: end.then((answer) => (state.isCutOff ? lost : answer)), giveUp }
    },
  }
  return { drop, asked, state }
}

const start = (exports: ReturnType<typeof exportsService>) =>
  accepted(exports.start({ ...wish, formats: [...wish.formats], folder: house.share }, nobody))
const stateIs = (state: string) =>
  vi.waitFor(async () => expect((await house.ledger()).map((record) => record.state)).toEqual([state]), patience)

describe('a file that was placed while the answer was lost', () => {
  test('is found by the next try, and lies there once', async () => {
    const { drop, asked, state } = aDriveThatIsCutOff()
    const exports = exportsService(house.parts, drop)
    await start(exports)
    await stateIs('waiting')
    const placed = readdirSync(house.share)
    expect(placed).toHaveLength(1)
    state.isCutOff = false
    await exports.retryWaiting()
    await stateIs('delivered')
    expect(readdirSync(house.share)).toEqual(placed)
    expect((await house.ledger())[0]?.fileName).toBe(placed[0])
    // The first try has nothing of its own to look for: a file like it belongs to somebody else.
    expect(asked.map(({ mayBeThere }) => mayBeThere)).toEqual([false, true])
    await exports.close()
  })

  test('is found after a crash as well', async () => {
    const { drop, asked, state } = aDriveThatIsCutOff()
    const { promise: end, resolve: answer } = Promise.withResolvers<DropEnd>()
    const first = exportsService(house.parts, { ...drop, deliver: (one) => ({ ...drop.deliver(one), end }) })
    await start(first)
    const placed = () => readdirSync(house.share).filter((name) => name.endsWith('.csv'))
    await vi.waitFor(() => expect(placed()).toHaveLength(1), patience)
    // As the ledger stands when the power goes right after a try was begun and before it was counted.
    house.parts.db.exec('UPDATE export_record SET tries = 0')
    state.isCutOff = false
    const second = exportsService(house.parts, drop)
    await second.begin()
    await stateIs('delivered')
    expect(readdirSync(house.share)).toHaveLength(1)
    expect(asked.at(-1)?.mayBeThere).toBe(true)
    const closed = first.close()
    answer({ kind: 'given_up' })
    await Promise.all([closed, second.close()])
  })
})
