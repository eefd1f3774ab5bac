import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exportQuestions } from '../../electron/services/exports/export-questions.ts'
import { truthOn } from '../../electron/services/exports/export-truth.ts'
import { value } from '../../electron/storage/engine/query.ts'
import { connectionTo } from '../builders/connection.ts'
import { anExportHouse, everything } from '../builders/exports.ts'
import { someoneListening } from '../builders/listening.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { aTakingDrop } from '../builders/taking-drop.ts'
import { waitingHere } from '../builders/waiting-locks.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const wish = { wanted: everything, scope: '全部', language: 'zh', formats: ['csv'] } as const

test('each desk has its own files in hand, and every file of the company in the ledger', async () => {
  await desk.aTicket()
  const [one, other] = ['desk-1', 'desk-2'].map((id) => truthOn(desk.parts, 'engine', id).ledger)
  if (one === undefined || other === undefined) throw new Error('two desks')
  const [first] = (await one.begin(wish, '/share', null)) ?? []
  const [second] = (await other.begin(wish, '/share', null)) ?? []
  expect((await one.inStates(['preparing'])).map(({ id }) => id)).toEqual([first?.id])
  expect((await other.inStates(['preparing'])).map(({ id }) => id)).toEqual([second?.id])
  const bytes = {
    tries: 0,
    sha256: 'a',
    sizeBytes: 1,
    leftOut: [],
    thanksIds: null,
    lastEvents: { ticketEventId: '', noteEventId: '' },
  }
  await other.made(second?.id ?? '', bytes)
  await other.delivered(second?.id ?? '', { fileName: second?.fileName ?? '', sha256: 'a', sizeBytes: 1 })
  await desk.engine.transact(() => value('UPDATE export_record SET told_tickets = 0 RETURNING 1 AS value'))
  expect([await one.untold(), await other.untold()]).toEqual([[], [second?.id]])
  const listed = await accepted(exportQuestions(desk.parts).list({ limit: 10 }, desk.asker))
  expect(listed.map(({ id }) => id)).toEqual([second?.id, first?.id])
  // Of two files for one folder each has a name of its own.
  expect(new Set(listed.map(({ fileName }) => fileName)).size).toBe(2)
})

test('a change that was being written when a file was begun is in the file, or told as changed since', async () => {
  const ticket = await desk.aTicket()
  const { rows } = truthOn(desk.parts, 'engine')
  if (rows === 'file') throw new Error('the rows are asked for')
  const client = await connectionTo(desk.url)
  try {
    await client.query('BEGIN')
    await client.query(`INSERT INTO ticket_event (id, ticket_id, at, what) VALUES ('slow', $1, '2026', 'edited')`, [
      ticket.id,
    ])
    await client.query('UPDATE ticket SET title = $1 WHERE id = $2', ['改过了', ticket.id])
    // Numbered after it, and committed before.
    await desk.aTicket({ text: '另一句' })
    const marked = Promise.resolve(rows.mark())
    await vi.waitFor(async () => {
      expect(await desk.engine.read(waitingHere)).toBe(1)
    }, patience)
    await client.query('COMMIT')
    await marked
    expect((await rows.page([ticket.number])).map((row) => row.ticket.title)).toEqual(['改过了'])
  } finally {
    await client.end()
  }
})

test('a desk makes its file from the pages it asks for, and makes it again where it ended before it could say so', async () => {
  const house = await anExportHouse({}, {}, aTakingDrop)
  try {
    await house.aTicket('优惠券用不了')
    await house.aTicket('包装破了')
    const [started] = await accepted(house.start({ folder: `${house.share}/away` }))
    const [waiting] = await house.allIn('waiting')
    expect(waiting).toMatchObject({ ticketCount: 2, reason: 'folder_missing' })
    const bytes = () => readFileSync(join(house.parts.dataFolder, 'outbox', `${started?.id}.csv`), 'utf8')
    for (const words of ['包装破了', '02:14 优惠券用不了，怎么回事啊']) expect(bytes()).toContain(words)
    await house.meddle(`UPDATE export_record SET state = 'preparing', sha256 = NULL`)
    await house.restart()
    await house.exports().begin()
    expect((await house.allIn('waiting'))[0]?.sha256).toBe(waiting?.sha256)
  } finally {
    await house.close()
  }
})
