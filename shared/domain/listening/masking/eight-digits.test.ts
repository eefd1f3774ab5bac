import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['SG hp 9127 4486 whatsapp ok', 'SG hp ****4486 whatsapp ok'],
  ['send the tracking to 6138 9024? HK number', 'send the tracking to ****9024? HK number'],
  ['客戶的公司線 2527 6184,午飯時間', '客戶的公司線 ****6184,午飯時間'],
  ['office 6748 2093 ext 118', 'office ****2093 ext 118'],
  ['switchboard (852) 3104 2297', 'switchboard (852) ****2297'],
  ['打香港 91234567', '打香港 ****4567'],
])('%s → %s', (written, masked) => {
  expect(maskedByRules(written).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  '香港仓 20260711 到的货',
  'HK warehouse order 6138 9024',
  '新加坡站卖 2999 3999 两档',
  'shipped to Singapore, tracking number 61389024',
  '型号 9127 4486，香港版',
])('%s stands', (line) => {
  expect(maskedByRules(line).text).toBe(line)
})
