import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['帐号 012-875-0-046239-1 中銀香港', '帐号 ****2391 中銀香港'],
  ['HSBC account 614 302857 833 please', 'HSBC account ****7833 please'],
  ['IBAN GB29 NWBK 6016 1331 9268 19 for the refund', 'IBAN ****6819 for the refund'],
  ['交行的卡,6222 62 0007 1000 9362 185', '交行的卡,****2185'],
  ['sort code 40-47-84, acct 12345670', 'sort code ******, acct ****5670'],
  ['sort code 20-41-73 acc 53810926', 'sort code ****** acc ****0926'],
  ['bsb is 012 345 acc 4417 2093', 'bsb is ****** acc ****2093'],
  ['退款账号 6 2 2 7 0 0 3 3 2 1 8 8 4 0 2 7 1 5 2', '退款账号 ****7152'],
  ['邮储的卡62109845,后面是00,0073,62153', '邮储的卡****2153'],
  ['六二二六 九零幺七 零三八四 二幺五六 说错了二幺五七', '****2157'],
])('%s → %s', (written, masked) => {
  expect(maskedByRules(written).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  'my account has 3 orders, 2 of 2026',
  'sort code missing on 3 orders',
  'bsb: two letters only',
  '账号里有 6222 积分',
  '购物卡 6212 8890 充了 200',
  '银行说 3 到 5 个工作日',
])('%s stands', (line) => {
  expect(maskedByRules(line).text).toBe(line)
})
