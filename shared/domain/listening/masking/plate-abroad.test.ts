import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['blue golf LT19 KXV blocking the loading bay', 'blue golf LT***** blocking the loading bay'],
  ['rego is 1KD 7TQ, grey mazda', 'rego is 1K*****, grey mazda'],
  ['my grab driver was SLM 4827 K white camry', 'my grab driver was SL***** white camry'],
  ['港牌 VN 6183 兩地車', '港牌 VN***** 兩地車'],
  ['reg is lima tango one nine, kilo x-ray victor', 'reg is LI*****'],
  ['绿牌 陕A 中间有个圆点 F63180 扣了两次', '绿牌 陕A***** 扣了两次'],
  ['渝bd71846 月卡到期了', '渝B***** 月卡到期了'],
])('a plate of another place, or as it is told, is hidden: %s', (text, masked) => {
  const once = maskedByRules(text)
  expect(once.text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
  expect(once.found).toEqual([{ kind: 'plate', count: 1 }])
})

test.each([
  'serial plate on dyson says V15 detect, 230-240V',
  'plate glass 10mm toughened, 1200 x 800',
  'register at 163.com',
  'model EK 73 OWN arrived',
  'golf club set, 12 pieces',
])('goods and words are no plate: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
