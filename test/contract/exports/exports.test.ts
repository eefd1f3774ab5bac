import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import { anExportHouse, anyTicket, type ExportHouse, everything } from '../../builders/exports.ts'
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

describe('a file for a department', () => {
  test('three formats answer at once as preparing and arrive whole, with their hashes in the ledger', async () => {
    await house.aTicket('优惠券用不了', { reference: '330100199001011234' })
    await house.aTicket('包装破了')
    const started = await accepted(house.start({ formats: ['csv', 'xlsx', 'markdown'], scope: '物流部' }))
    expect(started.map(({ fileName, state, ticketCount }) => ({ fileName, state, ticketCount }))).toEqual(
      ['csv', 'xlsx', 'md'].map((ending) => ({
        fileName: `听线工单_物流部_2026-09-18_0900_01.${ending}`,
        state: 'preparing',
        ticketCount: 2,
      })),
    )
    const delivered = await house.allIn('delivered')
    expect(readdirSync(house.share).sort()).toEqual(started.map(({ fileName }) => fileName).sort())
    for (const record of delivered) {
      const path = join(house.share, record.fileName)
      expect(record).toMatchObject({
        sha256: sha256(path),
        sizeBytes: readFileSync(path).length,
        tries: 1,
        reason: null,
      })
    }
    expect(house.outbox()).toEqual([])
  })

  test('the CSV holds the tickets with their quotes', async () => {
    const ticket = await house.aTicket('优惠券用不了', { reference: '330100199001011234' })
    await accepted(house.start())
    const { fileName } = first(await house.allIn('delivered'))
    const rows = parse(readFileSync(join(house.share, fileName)), { bom: true, columns: true }) as Record<
      string,
      string
    >[]
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      编号: `ES-${String(ticket.number).padStart(6, '0')}`,
      标题: '优惠券用不了',
      原声: '02:14 优惠券用不了，怎么回事啊',
      判断: '02:30 入口太深',
      提出时间: '2026-09-18 09:00',
    })
  })

  test('what is to be done comes first and what is due soonest before the rest, whatever was picked first', async () => {
    const solved = await house.aTicket('已解决')
    const later = await house.aTicket('晚到期')
    const sooner = await house.aTicket('早到期')
    const act = (ticketId: string, action: 'claim' | 'resolve') =>
      accepted(house.tickets.move({ seenVersion: null, ticketId, action, ownerName: '王敏', remark: null }, nobody))
    await act(solved.id, 'claim')
    await act(solved.id, 'resolve')
    await accepted(
      house.tickets.edit(
        { seenVersion: null, ...later, ticketId: later.id, issueTypeId: 'service_policy', ownerName: undefined },
        nobody,
      ),
    )
    const ticketIds = [solved.id, later.id, sooner.id]
    for (const selection of [{ by: 'ids' as const, ticketIds }, everything]) {
      const wish = { selection, scope: '全部', language: 'zh' } as const
      const preview = await accepted(house.exports().preview({ ...wish, formats: ['csv'] }, nobody))
      expect(preview.rows.map((row) => row[1])).toEqual(['早到期', '晚到期', '已解决'])
    }
  })

  test('each ticket tells that it was exported, by whom is left open when nobody is set, and under which name', async () => {
    const ticket = await house.aTicket()
    await accepted(house.start({ formats: ['csv', 'xlsx'] }))
    await house.allIn('delivered')
    const { events } = await accepted(house.tickets.get({ ticketId: ticket.id }, nobody))
    const exported = events.filter((event) => event.what === 'exported')
    expect(exported.map((event) => event.remark).sort()).toEqual(
      ['csv', 'xlsx'].map((ending) => `听线工单_全部_2026-09-18_0900_01.${ending}`),
    )
    expect(house.events).toContainEqual({ kind: 'changed', topics: ['exports', 'tickets'] })
  })

  test('progress is pushed while the bytes are made', async () => {
    await house.aTicket()
    const { id } = first(await accepted(house.start()))
    await house.allIn('delivered')
    const told = house.events.filter((event) => event.kind === 'exportProgress')
    expect(told.at(-1)).toMatchObject({ exportId: id, doneTickets: 1, ticketCount: 1 })
  })

  test('two exports in one minute get two names', async () => {
    await house.aTicket()
    await accepted(house.start())
    await accepted(house.start({ formats: ['xlsx'] }))
    const names = (await house.allIn('delivered')).map(({ fileName }) => fileName)
    expect(names.sort()).toEqual(['听线工单_全部_2026-09-18_0900_01.csv', '听线工单_全部_2026-09-18_0900_02.xlsx'])
  })

  test('a file that somebody else put there under the same name stays as it is', async () => {
    await house.aTicket()
    const theirs = join(house.share, '听线工单_全部_2026-09-18_0900_01.csv')
    writeFileSync(theirs, 'theirs')
    await accepted(house.start())
    const { fileName } = first(await house.allIn('delivered'))
    expect(fileName).toBe('听线工单_全部_2026-09-18_0900_02.csv')
    expect(readFileSync(theirs, 'utf8')).toBe('theirs')
  })

  test('only what the filter finds, only what was chosen, each ticket once', async () => {
    const coupon = await house.aTicket('优惠券')
    const parcel = await house.aTicket('包装', { department: '包装中心' })
    const count = async (selection: Parameters<typeof house.start>[0]) =>
      first(await accepted(house.start(selection))).ticketCount
    const filter = { ...anyTicket, departments: ['包装中心'] }
    expect(await count({ selection: { by: 'filter', filter } })).toBe(1)
    expect(await count({ selection: { by: 'ids', ticketIds: [parcel.id, coupon.id, parcel.id] } })).toBe(2)
    await house.allIn('delivered')
  })

  test('nothing to export and a folder that is no full path are refused, and nothing is recorded', async () => {
    expect((await refused(house.start())).code).toBe('nothing_to_export')
    await house.aTicket()
    expect((await refused(house.start({ folder: 'share' }))).code).toBe('folder_not_absolute')
    expect(await house.ledger()).toEqual([])
  })

  test('the preview shows headings, the first twenty rows and the names, and writes nothing', async () => {
    for (let number = 1; number <= 21; number += 1) await house.aTicket(`第 ${number} 件`)
    const wish = { selection: everything, scope: '物流部', language: 'en' } as const
    const preview = await accepted(house.exports().preview({ ...wish, formats: ['csv', 'markdown'] }, nobody))
    expect(preview.headings.slice(0, 3)).toEqual(['Number', 'Title', 'Voice'])
    expect(preview.rows).toHaveLength(20)
    expect(preview.rows[0]?.slice(0, 3)).toEqual(['ES-000001', '第 1 件', expect.stringContaining('02:14')])
    expect([preview.ticketCount, preview.fileNames]).toEqual([
      21,
      ['Earshot-tickets_物流部_2026-09-18_0900_01.csv', 'Earshot-tickets_物流部_2026-09-18_0900_01.md'],
    ])
    expect([await house.ledger(), house.outbox(), readdirSync(house.share)]).toEqual([[], [], []])
  })
})

describe('the program ended in the middle', () => {
  const ledgerSays = (id: string, state: string) =>
    house.meddle('UPDATE export_record SET state = ? WHERE id = ?', [state, id])

  test('bytes not finished are made again with the same tickets', async () => {
    await house.aTicket('在里面')
    const { id } = first(await accepted(house.start()))
    await house.exports().close()
    await ledgerSays(id, 'preparing')
    await house.aTicket('后来的')
    mkdirSync(join(house.parts.dataFolder, 'outbox'), { recursive: true })
    writeFileSync(join(house.parts.dataFolder, 'outbox', `${id}.csv.part`), 'half')
    // Of a ledger that was gone back from, perhaps: not ours to drop while it is young.
    const stray = `${house.clock.newId()}.csv`
    writeFileSync(join(house.parts.dataFolder, 'outbox', stray), 'stray')
    await house.restart()
    await house.exports().begin()
    const delivered = first(await house.allIn('delivered'))
    const text = readFileSync(join(house.share, delivered.fileName), 'utf8')
    expect([text.includes('在里面'), text.includes('后来的'), house.outbox()]).toEqual([true, false, [stray]])
  })

  test('a file already placed when the word of it was lost is recognised, not placed twice', async () => {
    await house.aTicket()
    const { id, fileName } = first(await accepted(house.start()))
    await house.allIn('delivered')
    const bytes = readFileSync(join(house.share, fileName))
    await house.exports().close()
    writeFileSync(join(house.parts.dataFolder, 'outbox', `${id}.csv`), bytes)
    writeFileSync(join(house.share, `.~earshot-${id}.tmp`), 'half')
    await ledgerSays(id, 'delivering')
    await house.restart()
    await house.exports().begin()
    await house.allIn('delivered')
    expect(readdirSync(house.share)).toEqual([fileName])
  })

  test('what waited is tried again at the start', async () => {
    await house.aTicket()
    renameSync(house.share, `${house.share}-away`)
    await accepted(house.start())
    await house.allIn('waiting')
    await house.restart()
    renameSync(`${house.share}-away`, house.share)
    await house.exports().begin()
    await house.allIn('delivered')
  })

  test('while it waits it is tried every minute', async () => {
    await house.aTicket()
    renameSync(house.share, `${house.share}-away`)
    await accepted(house.start())
    await house.allIn('waiting')
    await house.restart()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      await house.exports().begin()
      renameSync(`${house.share}-away`, house.share)
      vi.advanceTimersByTime(60_000)
    } finally {
      vi.useRealTimers()
    }
    await house.allIn('delivered')
  })
})
