import { expect, test } from 'vitest'
import { emptyRecord, faultOfRecord } from './record-form.ts'

const form = { ...emptyRecord('2026-11-26'), evidence: '照片 仓库.jpg' }

test('a duty needs a day that has come, and what shows it', () => {
  expect(faultOfRecord(form, '2026-11-26')).toBeNull()
  expect(faultOfRecord({ ...form, date: null }, '2026-11-26')).toBe('dateMissing')
  expect(faultOfRecord({ ...form, date: '2026-11-27' }, '2026-11-26')).toBe('future')
  expect(faultOfRecord({ ...form, evidence: '  ' }, '2026-11-26')).toBe('evidenceMissing')
})
