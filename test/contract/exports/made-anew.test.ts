import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ExportLedger, truthOn } from '../../../electron/services/exports/export-truth.ts'
import { exportsService } from '../../../electron/services/exports/exports.ts'
import { makeAllAnew } from '../../../electron/storage/exports/exports.ts'
import { anExportHouse, type ExportHouse, everything } from '../../builders/exports.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { nobody } from '../../builders/seats.ts'
import { aTakingDrop } from '../../builders/taking-drop.ts'

let house: ExportHouse
let exports: ReturnType<typeof exportsService>
/** What happens just before the ledger is told of finished bytes, or just after a folder begins to take them, once. */
let meanwhile: () => Promise<unknown>
let whileItIsTaken: () => Promise<unknown>
beforeEach(async () => {
  house = await anExportHouse({}, {}, aTakingDrop)
  const { ledger, ...truth } = truthOn(house.parts, 'engine')
  const made: ExportLedger['made'] = async (...bytes) => {
    const now = meanwhile
    meanwhile = async () => {}
    await now()
    await ledger.made(...bytes)
  }
  const beginTry: ExportLedger['beginTry'] = async (id) => {
    const begun = await ledger.beginTry(id)
    await whileItIsTaken()
    return begun
  }
  meanwhile = async () => {}
  whileItIsTaken = async () => {}
  exports = exportsService(house.parts, aTakingDrop(), { ...truth, ledger: { ...ledger, made, beginTry } })
})
afterEach(async () => {
  await exports.close()
  await house.close()
})

test.each(['told at once', 'told later'])(
  'words that a thread had read before they were taken away are in no file, %s',
  async (told) => {
    await house.aTicket('说了想死')
    const looked: Promise<void>[] = []
    meanwhile = async () => {
      await house.meddle(`UPDATE ticket SET title = '降价'`)
      await house.meddle(`UPDATE note SET text = '降价'`)
      await house.parts.engine.transact(makeAllAnew)
      if (told === 'told at once') looked.push(exports.look())
    }
    const [started] = await accepted(
      exports.start(
        { selection: everything, scope: '全部', language: 'zh', formats: ['csv'], folder: `${house.share}/away` },
        nobody,
      ),
    )
    await Promise.all(looked)
    const bytes = () => readFileSync(join(house.parts.dataFolder, 'outbox', `${started?.id}.csv`), 'utf8')
    if (told === 'told later') {
      await vi.waitFor(() => expect(bytes()).toContain('想死'), patience)
      await vi.waitFor(async () => {
        await exports.look()
        expect((await house.ledger())[0]?.state).toBe('waiting')
      }, patience)
    }
    const [waiting] = await house.allIn('waiting')
    expect(waiting).toMatchObject({ ticketCount: 1, reason: 'folder_missing' })
    expect(bytes()).toContain('降价')
    expect(bytes()).not.toContain('想死')
  },
)

test('what a folder was taking as all was to be made anew lies there, and the ledger has its hash and size', async () => {
  await house.aTicket('降价')
  whileItIsTaken = async () => house.parts.engine.transact(makeAllAnew)
  const wish = { selection: everything, scope: '全部', language: 'zh', folder: house.share } as const
  await accepted(exports.start({ ...wish, formats: ['csv'] }, nobody))
  const [delivered] = await house.allIn('delivered')
  expect(delivered).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), sizeBytes: expect.any(Number) })
})
