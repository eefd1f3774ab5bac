import { expect, test } from 'vitest'
import { maskAcrossLines, maskBehind, maskIdsAcrossLines, toldOf } from './across-lines.ts'
import { maskText } from './mask-text.ts'

const SAID = { speaker: 'customer' }

/** As a transcript is masked: what is cut, then each line, then all of them. */
function transcript(lines: readonly string[]): string[] {
  const said = lines.map(() => SAID)
  return maskAcrossLines(
    maskIdsAcrossLines(lines, said).map((line) => maskText(line).text),
    said,
  )
}

test.each([
  ['身份证是1101011990', '身份证是110※******'],
  ['身份证110101199003', '身份证110※********'],
  ['身份证 11010519491231002', '身份证 110※*************'],
  ['一一零一零一一九九零', '110※******'],
  ['身份证一一零一零一一九九零零三零七', '身份证110※**********'],
])('%s has begun, and shows no year: %s', (told, masked) => {
  expect(maskText(told).text).toBe(masked)
  expect(maskText(masked).text).toBe(masked)
})

test.each([['身份证前六位是110101'], ['编号1101011990'], ['座机是一一零一零一八八'], ['订单1101011990没到']])(
  '%s is no identity card that has begun',
  (told) => {
    expect(maskText(told).text).not.toContain('※')
  },
)

test.each([
  [['身份证是1101011990', '03078515']],
  [['一一零一零一一九九零', '零三零七八五一五']],
  [['我的身份证是三二零一零五一九八八', '一二一二八五三叉']],
  [['身份证11010119900307', '后四位8515']],
])('of %j no line of a transcript shows the year, or the day', (lines) => {
  const masked = transcript(lines).join('\n')
  expect(masked).toContain('※')
  expect(masked).not.toMatch(/19|九九零|九八八|0307|零三零七|一二一二|8515|八五一五|八五三/u)
})

test('a note that goes on with one hides the rest, though the note before is stored without its year', () => {
  const [first, second] = ['身份证是1101011990', '03078515']
  const told = toldOf(first, maskText(first).text)
  expect(told).toBe(first)
  expect(maskBehind(told, maskText(second).text)).toBe('※*******')
})

test('what is cut and no identity card is left to whoever masks the lines', () => {
  expect(maskIdsAcrossLines(['电话138', '1234', '5678'])).toEqual(['电话138', '1234', '5678'])
})
