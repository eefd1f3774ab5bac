import { expect, test } from 'vitest'
import { plantedNumbers, tellsOf } from '../../../../test/builders/planted-numbers.ts'
import { someOf } from '../../../../test/builders/some-of.ts'
import { maskText } from '../masking/mask-text.ts'
import { plainDigits } from './digit-runs.ts'
import { draftOnDisk } from './draft-on-disk.ts'

/** Behind these words begins the number; neither tells what it is. */
const FRONTS = ['', '他说', '您好 ']
/** Each number behind one of them. */
const numbersBehind = (front: string) => someOf(plantedNumbers, FRONTS.length, FRONTS.indexOf(front))

test('every planted number is one that the mask knows', () => {
  for (const { typed } of plantedNumbers) expect([typed, maskText(typed).found]).toEqual([typed, [expect.anything()]])
})

test.each(FRONTS)('typed key by key behind «%s», no draft tells more of a number than its mask', (front) => {
  for (const planted of numbersBehind(front))
    for (let keys = 1; keys <= planted.typed.length; keys++) {
      const typed = planted.typed.slice(0, keys)
      const draft = draftOnDisk(front + typed, front.length + keys).text
      const told = tellsOf(planted, draft.slice(front.length))
      expect(told, `${JSON.stringify(typed)} → ${JSON.stringify(draft)}`).toBeLessThanOrEqual(planted.shown)
    }
})

const digitsIn = (text: string): number => plainDigits(text).match(/\d/g)?.length ?? 0

test.each(FRONTS)(
  'behind «%s», with the caret put anywhere into the whole number, no draft tells more than its mask',
  (front) => {
    for (const { typed } of numbersBehind(front)) {
      const shown = digitsIn(maskText(front + typed).text)
      for (let caret = 0; caret < typed.length; caret++) {
        const draft = draftOnDisk(front + typed, front.length + caret).text
        expect(digitsIn(draft), `${JSON.stringify(typed)} at ${caret} → ${JSON.stringify(draft)}`).toBeLessThanOrEqual(
          shown,
        )
      }
    }
  },
)

test('half a number at the caret, typed beside a whole one that the caret is in, saves nothing for that one', () => {
  const kinds = [
    '18659862734',
    '186 5986 2734',
    '44052418800101001X',
    '6222021234567890128',
    'wangmin@qq.com',
    '010-69387745',
  ]
  for (const typed of [...kinds, '+852 9123 4567', 'zhang点san@qq.com']) {
    const shown = shownOf(maskText(typed).text)
    for (const half of ['1865986', '6222 0212 3456', '11010519491231', '+852 9123'])
      for (let caret = 0; caret <= typed.length; caret++) {
        const draft = draftOnDisk(`${typed}。打不通，${half}`, caret).text
        expect(shownOf(draft.split('。')[0] ?? ''), `${typed} at ${caret} → ${draft}`).toBeLessThanOrEqual(shown)
      }
  }
})

const shownOf = (text: string): number => plainDigits(text).match(/[\da-z]/g)?.length ?? 0
