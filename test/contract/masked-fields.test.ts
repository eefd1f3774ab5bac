import { readdirSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { anExportHouse, type ExportHouse, everything } from '../builders/exports.ts'
import { accepted } from '../builders/outcomes.ts'
import { nobody } from '../builders/seats.ts'

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
  expect(JSON.stringify(preview.rows)).not.toContain('12345')
  expect(JSON.stringify(preview.rows).match(/138\*{4}5678/g)).toHaveLength(3)
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
