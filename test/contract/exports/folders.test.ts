import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import { anExportHouse, type ExportHouse } from '../../builders/exports.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

let house: ExportHouse
beforeEach(async () => {
  house = await anExportHouse()
})
afterEach(() => house.close())

const first = (records: readonly ExportRecord[]): ExportRecord => {
  const [record] = records
  if (record === undefined) throw new Error('no record')
  return record
}
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('a folder that is not there', () => {
  beforeEach(async () => {
    await house.aTicket()
    renameSync(house.share, `${house.share}-away`)
  })
  const comeBack = () => renameSync(`${house.share}-away`, house.share)

  test('the export waits with its reason and its bytes, and «try again» delivers the same bytes', async () => {
    await accepted(house.start())
    const waiting = first(await house.allIn('waiting'))
    expect(waiting).toMatchObject({ reason: 'folder_missing', tries: 1, deliveredAt: null })
    expect(house.outbox()).toEqual([`${waiting.id}.csv`])
    comeBack()
    expect(await accepted(house.exports().retry({ exportId: waiting.id, folder: null }, nobody))).toMatchObject({
      state: 'delivering',
      reason: null,
    })
    const delivered = first(await house.allIn('delivered'))
    expect(delivered).toMatchObject({ sha256: waiting.sha256, tries: 2, fileName: waiting.fileName })
    expect(sha256(join(house.share, delivered.fileName))).toBe(waiting.sha256)
  })

  test('it can go to another folder instead', async () => {
    await accepted(house.start())
    const { id } = first(await house.allIn('waiting'))
    const other = `${house.share}-away`
    expect((await refused(house.exports().retry({ exportId: id, folder: 'other' }, nobody))).code).toBe(
      'folder_not_absolute',
    )
    await accepted(house.exports().retry({ exportId: id, folder: other }, nobody))
    const delivered = first(await house.allIn('delivered'))
    expect([delivered.folder, readdirSync(other)]).toEqual([other, [delivered.fileName]])
    expect((await refused(house.exports().retry({ exportId: id, folder: null }, nobody))).code).toBe('not_waiting')
  })

  test('when the folder is back, all that waits for it goes there without being asked one by one', async () => {
    await accepted(house.start({ formats: ['csv', 'xlsx'] }))
    await house.allIn('waiting')
    await house.exports().retryWaiting()
    expect((await house.ledger()).map(({ state, tries }) => [state, tries])).toEqual([
      ['waiting', 1],
      ['waiting', 1],
    ])
    comeBack()
    await house.exports().retryWaiting()
    expect((await house.allIn('delivered')).map(({ tries }) => tries)).toEqual([2, 2])
  })

  test('given up, its bytes are gone and it never arrives', async () => {
    await accepted(house.start())
    const { id } = first(await house.allIn('waiting'))
    expect(await accepted(house.exports().cancel({ exportId: id }, nobody))).toMatchObject({ state: 'cancelled' })
    comeBack()
    await house.exports().retryWaiting()
    expect([house.outbox(), readdirSync(house.share)]).toEqual([[], []])
    expect((await refused(house.exports().retry({ exportId: id, folder: null }, nobody))).code).toBe('not_waiting')
  })

  test('its bytes were lost from this machine: it fails instead of delivering something else', async () => {
    await accepted(house.start())
    const { id } = first(await house.allIn('waiting'))
    writeFileSync(join(house.parts.dataFolder, 'outbox', `${id}.csv`), 'something else')
    comeBack()
    await accepted(house.exports().retry({ exportId: id, folder: null }, nobody))
    await house.allIn('failed')
    expect(readdirSync(house.share)).toEqual([])
  })
})

describe('the folder asked beforehand', () => {
  const check = async (folder: string) => accepted(house.exports().checkFolder({ folder, isTyping: false }, nobody))

  test('says whether it would take a file, and keeps nothing of the trial', async () => {
    const file = join(house.share, 'a-file')
    expect(await check(house.share)).toEqual({ isReady: true, reason: null, isOnNetwork: false })
    expect(readdirSync(house.share)).toEqual([])
    writeFileSync(file, '')
    expect(await check(file)).toEqual({ isReady: false, reason: 'not_a_folder', isOnNetwork: false })
    expect(await check(join(house.share, 'missing'))).toEqual({
      isReady: false,
      reason: 'folder_missing',
      isOnNetwork: false,
    })
    expect((await refused(house.exports().checkFolder({ folder: '../..', isTyping: true }, nobody))).code).toBe(
      'folder_not_absolute',
    )
  })
})

describe('the file window', () => {
  test('is asked for the file; where there is none, the path is told; a file taken away is told too', async () => {
    await house.close()
    const shown: string[] = []
    let answer: 'shown' | 'no_file_window' = 'shown'
    const showInFolder = async (path: string) => {
      shown.push(path)
      return answer
    }
    const shell = { ...house.parts.shell, kind: 'electron', showInFolder } as const
    house = await anExportHouse({ shell })
    await house.aTicket()
    const { id, fileName } = first(await accepted(house.start()))
    await house.allIn('delivered')
    const path = join(house.share, fileName)
    await accepted(house.exports().showInFolder({ exportId: id }, nobody))
    expect(shown).toEqual([path])
    answer = 'no_file_window'
    expect(await refused(house.exports().showInFolder({ exportId: id }, nobody))).toMatchObject({
      code: 'no_file_window',
      detail: { path },
    })
    rmSync(path)
    expect((await refused(house.exports().showInFolder({ exportId: id }, nobody))).code).toBe('file_gone')
  })

  test('a delivered file can no longer be given up', async () => {
    await house.aTicket()
    const { id } = first(await accepted(house.start()))
    await house.allIn('delivered')
    expect((await refused(house.exports().cancel({ exportId: id }, nobody))).code).toBe('already_delivered')
  })
})
