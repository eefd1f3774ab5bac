import { readdirSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { unmaskedTexts } from '../../electron/storage/exports/export-rows.ts'
import { anExportHouse, type ExportHouse, everything } from '../builders/exports.ts'
import { accepted } from '../builders/outcomes.ts'
import { nobody } from '../builders/seats.ts'
import { withoutChance } from '../builders/without-chance.ts'

let house: ExportHouse
afterEach(() => house.close())

const wish = { selection: everything, scope: '全部', language: 'zh', formats: ['csv'] } as const

test('personal data typed into scope, department, owner or call reference is masked in the file and in its name', async () => {
  house = await anExportHouse()
  const { id: ticketId } = await house.aTicket('标题', { reference: '13812345678', department: '物流部 13812345678' })
  await accepted(
    house.tickets.move(
      { seenVersion: null, ticketId, action: 'claim', ownerName: '王敏 13812345678', remark: null },
      nobody,
    ),
  )
  await accepted(house.start({ scope: '客户13812345678' }))
  await house.allIn('delivered')
  const preview = await accepted(house.exports().preview({ ...wish, formats: [...wish.formats] }, nobody))
  expect(withoutChance(JSON.stringify(preview.rows))).not.toContain('12345')
  // The owner stands in the history of the claim as well.
  expect(JSON.stringify(preview.rows).match(/138\*{4}5678/g)).toHaveLength(4)
  expect(readdirSync(house.share)).toEqual(['听线工单_客户138----5678_2026-09-18_0900_01.csv'])
  const stored = house.parts.db.prepare('SELECT scope FROM export_record').pluck().all()
  expect(stored).toEqual(['客户138****5678'])
})

test('a reference stays what the call system calls it, unless it is personal data; the same number finds the same call', async () => {
  house = await anExportHouse()
  await house.aTicket()
  const call = (reference: string) => accepted(house.sessions.openByReference({ reference }, nobody))
  // Passes the check of a bank card, as one order number in ten does.
  expect((await call('6222021234567890102')).reference).toBe('6222021234567890102')
  const byPhone = await call('13812345678')
  expect(byPhone.reference).toBe('138****5678')
  await call('CC-1')
  expect((await call('13812345678')).id).toBe(byPhone.id)
})

test('a mask that was taken back at the seat stands again in every file, and the preview says so', async () => {
  house = await anExportHouse()
  const text = '包装上写 13812345678'
  await house.aTicket('另一张')
  const { id: ticketId, number } = await house.aTicket(text)
  const [quote] = (await accepted(house.tickets.get({ ticketId }, nobody))).quotes
  const preview = () => accepted(house.exports().preview({ ...wish, formats: [...wish.formats] }, nobody))
  expect((await preview()).maskedAgain).toBe(0)
  const at = text.indexOf('138')
  await accepted(house.notes.unmask({ noteId: quote?.noteId ?? '', typed: `${text}，怎么回事啊`, at }, nobody))
  expect((await accepted(house.tickets.get({ ticketId }, nobody))).quotes[0]?.text).toContain(text)
  expect((await preview()).maskedAgain).toBe(1)
  // Of a whole archive they are looked for from the other end.
  const found = (numbers: number[], many?: number) => house.parts.engine.read(() => unmaskedTexts(numbers, many))
  for (const numbers of [[number], [number, number - 1], [number - 1]])
    expect(await found(numbers, 1)).toEqual(await found(numbers))
  expect(await found([number, number - 1], 1)).toHaveLength(1)
  expect(JSON.stringify((await preview()).rows)).toContain('138****5678，怎么回事啊')
  expect(withoutChance(JSON.stringify((await preview()).rows))).not.toContain('12345')
})
