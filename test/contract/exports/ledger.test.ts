import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calendarService } from '../../../electron/services/house/calendar.ts'
import { openDeadlines } from '../../../electron/services/tickets/recounted.ts'
import { rows } from '../../../electron/storage/engine/query.ts'
import { insertPerson } from '../../../electron/storage/house/people.ts'
import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { anExportHouse, anyTicket, type ExportHouse, everything } from '../../builders/exports.ts'
import { notesOf } from '../../builders/heard.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'
import { aTakingDrop } from '../../builders/taking-drop.ts'

let house: ExportHouse
let wang: { personId: Id }
beforeEach(async () => {
  house = await anExportHouse({}, {}, aTakingDrop)
  wang = { personId: house.clock.newId() }
  const rest = {
    department: '客服部',
    role: 'coordinator',
    employeeNumber: null,
    email: null,
    joinedOn: null,
    version: 0,
  } as const
  await house.parts.engine.transact(() => insertPerson({ id: wang.personId, name: '王敏', ...rest }))
})
afterEach(() => house.close())

/** Exports and waits until it has arrived. */
async function exported(wish: Parameters<ExportHouse['start']>[0] = {}): Promise<ExportRecord> {
  const [record] = await accepted(house.start(wish))
  await house.allIn('delivered')
  return (await house.ledger()).find(({ id }) => id === record?.id) as ExportRecord
}
const again = (record: ExportRecord, what: 'all' | 'changed' = 'all') =>
  house.exports().again({ exportId: record.id, what }, wang)
const detail = async ({ id }: ExportRecord) => accepted(house.exports().get({ exportId: id }, nobody))
const changedCount = async ({ id }: ExportRecord) => {
  const counts = await accepted(house.exports().changedSince({ exportIds: [id] }, nobody))
  return counts[0]?.changedCount ?? 0
}

describe('who', () => {
  test('asked for a file is kept with it by the name of that day, and stands in the story of its tickets', async () => {
    const ticket = await house.aTicket()
    const wish = {
      selection: everything,
      scope: '全部',
      language: 'zh',
      formats: ['csv'],
      folder: house.share,
    } as const
    await accepted(house.exports().start({ ...wish, formats: [...wish.formats] }, wang))
    await house.meddle('UPDATE person SET name = ?', ['王敏敏'])
    const [record] = await house.allIn('delivered')
    expect(record?.exportedBy).toBe('王敏')
    const { events } = await accepted(house.tickets.get({ ticketId: ticket.id }, nobody))
    expect(events.at(-1)).toMatchObject({ what: 'exported', actorName: '王敏' })
  })

  test('where nobody is named, nobody is made up', async () => {
    await house.aTicket()
    expect((await exported()).exportedBy).toBe(null)
  })
})

describe('once more', () => {
  test('a filter is asked anew; format, folder and name stay, the file is another one', async () => {
    await house.aTicket('优惠券', { department: '营销部' })
    const filter = { ...anyTicket, departments: ['营销部'] }
    const first = await exported({ selection: { by: 'filter', filter }, scope: '营销部', formats: ['xlsx'] })
    await house.aTicket('又一张', { department: '营销部' })
    await house.aTicket('包装', { department: '包装中心' })
    const second = await accepted(again(first))
    expect(second).toMatchObject({ format: 'xlsx', folder: first.folder, ticketCount: 2, exportedBy: '王敏' })
    expect(second.fileName).toBe('听线工单_营销部_2026-09-18_0900_02.xlsx')
    await house.allIn('delivered')
    expect(first.fileName).toBe('听线工单_营销部_2026-09-18_0900_01.xlsx')
    expect((await detail(second)).choice).toEqual({ by: 'filter', filter })
  })

  test('«this week» is the week in which it is asked for', async () => {
    await house.aTicket('上周的')
    const first = await exported({ selection: { by: 'range', range: 'week' } })
    house.clock.advance(7 * 86_400_000)
    expect((await refused(again(first))).code).toBe('nothing_to_export')
    await house.aTicket('本周的')
    expect((await accepted(again(first))).ticketCount).toBe(1)
    await house.allIn('delivered')
  })

  test('picked tickets are the same tickets; without those withdrawn since', async () => {
    const [one, two] = [await house.aTicket('一'), await house.aTicket('二')]
    await house.aTicket('没选')
    const first = await exported({ selection: { by: 'ids', ticketIds: [one.id, two.id] } })
    expect((await accepted(again(first))).ticketCount).toBe(2)
    await house.allIn('delivered')
    await house.meddle('UPDATE ticket SET withdrawn_at = ? WHERE id = ?', [house.clock.now(), two.id])
    expect((await accepted(again(first))).ticketCount).toBe(1)
    await house.allIn('delivered')
  })

  test('of a file from before choices were kept, its tickets are taken', async () => {
    await house.aTicket()
    const first = await exported()
    await house.meddle('UPDATE export_record SET choice_json = NULL')
    await house.aTicket('新的')
    expect((await detail(first)).choice).toBe(null)
    expect((await accepted(again(first))).ticketCount).toBe(1)
    await house.allIn('delivered')
  })

  test('words that were looked for are masked on the disk as all others', async () => {
    await house.aTicket('回电13812345678')
    const first = await exported({ selection: { by: 'filter', filter: { ...anyTicket, text: '138****5678' } } })
    expect(first.ticketCount).toBe(1)
    const filter = { ...anyTicket, text: '回电 13812345678' }
    await refused(house.start({ selection: { by: 'filter', filter } }))
    const [{ id: ticketId = '' } = {}] = await house.parts.engine.read(() => rows<{ id: Id }>('SELECT id FROM ticket'))
    const claim = { action: 'claim', ownerName: '王敏', remark: null } as const
    await accepted(house.tickets.move({ seenVersion: null, ticketId, ...claim }, wang))
    const alike = [{ word: '13812345678', owners: ['王敏'], listeners: [] }]
    const byName = { ...anyTicket, text: '13812345678', alike }
    await accepted(house.start({ selection: { by: 'filter', filter: byName } }))
    await accepted(house.start({ selection: { by: 'filter', filter: { ...anyTicket, text: '回电' } } }))
    await house.allIn('delivered')
    const kept = await house.parts.engine.read(() => rows('SELECT choice_json FROM export_record'))
    expect(JSON.stringify(kept)).not.toContain('13812345678')
    expect((await refused(house.exports().again({ exportId: v7(), what: 'all' }, nobody))).code).toBe('not_found')
  })
})

describe('changed since', () => {
  test('moves, edits and edited words are told with who, what and when; what was exported alone is no change', async () => {
    const [moved, edited, quiet] = [await house.aTicket('一'), await house.aTicket('二'), await house.aTicket('三')]
    const file = await exported()
    await exported()
    expect([await changedCount(file), (await detail(file)).changed]).toEqual([0, []])
    house.clock.advance(60_000)
    await accepted(
      house.tickets.move(
        { seenVersion: null, ticketId: moved.id, action: 'claim', ownerName: '李强', remark: null },
        wang,
      ),
    )
    const { quotes } = await accepted(house.tickets.get({ ticketId: edited.id }, nobody))
    const [words] = quotes
    const wish = {
      noteId: words?.noteId ?? '',
      seenVersion: null,
      kind: 'voice',
      text: '改过的话',
      issueTypeId: null,
    } as const
    await accepted(notesOf(house.parts).edit(wish, wang))
    expect(await changedCount(file)).toBe(2)
    const told = await detail(file)
    expect(told.changed).toEqual([
      {
        ...{ ticketId: moved.id, number: moved.number, title: '一', isWithdrawn: false },
        changes: [
          {
            ...{ at: house.clock.now(), actorName: '王敏', what: 'moved', from: 'unclaimed', to: 'in_progress' },
            remark: '责任人：李强',
          },
        ],
      },
      {
        ...{ ticketId: edited.id, number: edited.number, title: '二', isWithdrawn: false },
        changes: [
          {
            ...{ at: house.clock.now(), actorName: '王敏', what: 'words', from: null, to: null },
            remark: '二，怎么回事啊 → 改过的话',
          },
        ],
      },
    ])
    const only = await accepted(again(file, 'changed'))
    expect([only.ticketCount, only.fileName]).toEqual([2, '听线工单_全部-有变化_2026-09-18_0901_01.csv'])
    await house.allIn('delivered')
    expect([await changedCount(only), (await detail(only)).choice]).toEqual([0, { by: 'tickets' }])
    expect(quiet.number).toBe(3)
  })

  test('a change that was taken back is none, done again it is one', async () => {
    const ticket = await house.aTicket()
    const claim = { ticketId: ticket.id, seenVersion: null, action: 'claim', ownerName: '李强', remark: null } as const
    const before = await accepted(house.tickets.move(claim, nobody))
    const file = await exported()
    const undo = async (eventId: string | null) =>
      (await accepted(house.tickets.undo({ ticketId: ticket.id, eventId: eventId ?? '' }, nobody))).eventId
    const move = { ...claim, action: 'resolve', ownerName: null } as const
    const { eventId } = await accepted(house.tickets.move(move, nobody))
    expect(await changedCount(file)).toBe(1)
    const undone = await undo(eventId)
    expect(await changedCount(file)).toBe(0)
    expect((await refused(again(file, 'changed'))).code).toBe('nothing_changed')
    const redone = await undo(undone)
    expect(await changedCount(file)).toBe(1)
    await undo(redone)
    expect(await changedCount(file)).toBe(0)
    // What the file has is taken back: that is a change of the file.
    const another = await house.aTicket('另一张')
    const claimed = await accepted(house.tickets.move({ ...claim, ticketId: another.id }, nobody))
    const later = await exported()
    await accepted(house.tickets.undo({ ticketId: another.id, eventId: claimed.eventId ?? '' }, nobody))
    expect(await changedCount(later)).toBe(1)
    expect(before.state).toBe('in_progress')
  })

  test('what changed while the file waited for its folder is not in it, and is told', async () => {
    const ticket = await house.aTicket()
    const away = `${house.share}/away`
    await accepted(house.start({ folder: away }))
    const [waiting] = await house.allIn('waiting')
    await accepted(
      house.tickets.move(
        { seenVersion: null, ticketId: ticket.id, action: 'claim', ownerName: '李强', remark: null },
        nobody,
      ),
    )
    expect(await changedCount(waiting as ExportRecord)).toBe(1)
  })

  test('a deadline that another work calendar moved is told: the file has the old one', async () => {
    const ticket = await house.aTicket()
    const file = await exported()
    const calendar = calendarService(house.parts, openDeadlines(house.parts))
    const { days } = await accepted(calendar.year({ year: 2026 }, wang))
    const name = { zh: '公司活动', en: 'company day' }
    const wish = {
      year: 2026,
      days: [...days, { date: '2026-09-18', kind: 'holiday' as const, name }],
      seenVersion: null,
    }
    const { detail: moves } = await refused(calendar.save({ ...wish, toldMoves: null }, wang))
    await accepted(calendar.save({ ...wish, toldMoves: (moves as { mark: string }).mark }, wang))
    const { changed } = await detail(file)
    expect(changed).toMatchObject([{ number: ticket.number, changes: [{ what: 'recounted', actorName: '王敏' }] }])
    expect((await accepted(again(file, 'changed'))).ticketCount).toBe(1)
    await house.allIn('delivered')
  })

  test('a withdrawn ticket is told as that', async () => {
    const ticket = await house.aTicket()
    const file = await exported()
    const at = '2026-09-18T02:00:00.000Z'
    await house.meddle('UPDATE ticket SET withdrawn_at = ?', [at])
    const event = `INSERT INTO ticket_event (id, ticket_id, at, what) VALUES ('w', ?, ?, 'withdrawn')`
    await house.meddle(event, [ticket.id, at])
    const { changed } = await detail(file)
    expect(changed).toMatchObject([{ number: ticket.number, isWithdrawn: true, changes: [{ what: 'withdrawn' }] }])
    expect((await refused(again(file, 'changed'))).code).toBe('nothing_to_export')
  })
})

test('the search finds a file by its own line or by a ticket inside, and says where', async () => {
  await house.aTicket('尿不湿漏', { department: '物流部', reference: '330100199001011234' })
  // A folder whose every letter is known: the name of a temporary one may by chance read «s1», and «es-1» is found in «share-s1».
  const file = await exported({ scope: '周报', folder: '/lists/share' })
  await house.aTicket('没有导出过的煎饼')
  const search = (text: string) => accepted(house.exports().find({ text, limit: 10 }, nobody))
  const places = {
    周: null,
    csv: null,
    share: null,
    'es-1': 'number',
    漏: 'title',
    怎么回事: 'quote',
    物流: 'department',
  }
  const more = { '330100': 'reference', 优惠券: 'issueType', coupon: 'issueType', '周报 尿不': 'title' }
  for (const [text, where] of Object.entries({ ...places, ...more })) {
    const { found, total } = await search(text)
    expect([text, total, found[0]?.ticket?.in ?? null]).toEqual([text, 1, where])
  }
  const none = { found: [], total: 0 }
  // Each word must be there; what no file has is counted among the tickets; signs alone find nothing.
  expect(await search('周报 煎饼')).toMatchObject(none)
  expect(await search('煎饼')).toEqual({ ...none, ticketTotal: 1 })
  expect(await search('*')).toEqual({ ...none, ticketTotal: 0 })
  expect(await search('王')).toMatchObject(none)
  await accepted(again(file))
  await house.allIn('delivered')
  expect(await search('王')).toMatchObject({ total: 1 })
})
