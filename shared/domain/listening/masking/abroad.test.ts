import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

const NUMBERS = [
  '1 415 555 2671',
  '44 20 7946 0958',
  '852 9123 4567',
  '81 90 1234 5678',
  '7 912 345 67 89',
  '49 30 123456',
]

/** The same digits behind the code in pieces of so many. */
function regrouped(number: string, size: number, separator: string): string {
  const [code = '', ...others] = number.split(' ')
  return [code, ...(others.join('').match(new RegExp(`.{1,${size}}`, 'g')) ?? [])].join(separator)
}

test.each(['+', '00', '电话+', '退款打 +', '他说＋'])(
  'a number behind %s, in any grouping, shows its country and the last four',
  (front) => {
    for (const number of NUMBERS)
      for (const separator of [' ', '-', '.', '·', '/', '，', ' - '])
        for (const size of [2, 3, 4, 5, 12]) {
          const [typed, code] = [regrouped(number, size, separator), number.split(' ')[0]]
          expect([typed, maskedByRules(`${front}${typed}，谢谢`).text]).toEqual([
            typed,
            `${front}${code}${separator}****${number.replaceAll(' ', '').slice(-4)}，谢谢`,
          ])
        }
  },
)

test.each([
  ['+14155552671', '+1****2671'],
  ['0085291234567', '00852****4567'],
  ['00 44 20 7946 0958', '00 44 ****0958'],
  ['(+1) 415-555-2671', '(+1) ****2671'],
  ['+1(415)555-2671', '+1****2671'],
  ['+44 (0)20 7946 0958', '+44 (0)****0958'],
  ['+852 9123 4567 3个', '+852 ****4567 3个'],
  ['+852 9123 4567 8', '+852 ****4567 8'],
  ['+65 9123 4567，3-5天', '+65 ****4567，3-5天'],
  ['+852 9123 4567，13812345678', '+852 ****4567，138****5678'],
  ['电话 +44 2000 900 900', '电话 +44 ****0900'],
  ['澳门电话 +853 6688 2147 只接 WhatsApp', '澳门电话 +853 ****2147 只接 WhatsApp'],
  ['+6581234567秒回', '+65****4567秒回'],
  ['+65 8123 4567 条形码发这里', '+65 ****4567 条形码发这里'],
  ['电话 62345678 只接短信', '电话 ****5678 只接短信'],
])('%s → %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  '积分+2000 3000 4000',
  '1599+1899 1299 349',
  'GMT+8 20261126 103025',
  'UTC+1 2026112610',
  '编号 0044207946 0958',
  '0020261126001',
  '+852 9123 456',
  '+44 2000 900 900',
  '+1 4155552671元',
  '积分+66882147点',
  '+65 81234567只',
  '+998 123 456 789元',
  '满减 +100',
  '00:44:20 79460958',
])('%s is no number abroad', (text) => {
  expect(maskedByRules(text)).toEqual({ text, found: [] })
})

test.each([
  ['44 for UK then 7577 123456', '44 for UK then ****3456'],
  ["it's 44 for the UK, then 7577 123 456", "it's 44 for the UK, then ****3456"],
])('%s: the code told apart', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test('a size in another country is no code of one', () => {
  expect(maskedByRules('size 44 for Italy then 40 for UK').found).toEqual([])
})
