import { expect, test } from 'vitest'
import { isLeaked, type PlantedLine, plantedLines } from '../../../../test/builders/masking-corpus.ts'
import { isWhole } from '../../../../test/builders/some-of.ts'
import { maskText } from '../masking/mask-text.ts'
import { draftOnDisk } from './draft-on-disk.ts'

/** Of whatever it becomes so much may stand while it is typed: three digits may be a day, and of an address the name of a way; mail has a test of its own. */
const MAY_STAND = 3
/** Every so many lines: each is typed from its first key to its last. */
const STEP = isWhole ? 3 : 12

const masked = plantedLines.filter(
  (line, index) =>
    index % STEP === 0 && !isLeaked(line, maskText(line.text).text) && !['address', 'email'].includes(line.kind),
)

/** The first text typed whose draft holds more of a secret than half of it and more than may stand. */
function told({ text, hidden }: PlantedLine): string | null {
  for (let keys = 1; keys <= text.length; keys++) {
    const draft = draftOnDisk(text.slice(0, keys), keys).text
    for (const secret of hidden) {
      const tells = Math.max(MAY_STAND + 1, Math.ceil(secret.length / 2))
      const typed = text.slice(0, keys).slice(text.indexOf(secret), text.indexOf(secret) + tells)
      if (secret.length >= tells && typed.length === tells && draft.includes(typed)) return draft
    }
  }
  return null
}

test('typed key by key, of 98 lines in 100 no draft tells what the note will not', () => {
  const telling = masked.map(told).filter((draft) => draft !== null)
  expect(telling.length, JSON.stringify(telling)).toBeLessThanOrEqual(masked.length / 50)
})

test.each([
  ['验证码 4829', '验证码 ****'],
  ['护照号 E1234', '护照号 *****'],
  ['密码我一直用的 Lihua#5', '密码我一直用的 *******'],
  ['卡背后三位数 58', '卡背后三位数 **'],
  ['HKID is Y35728', 'HKID is ******'],
  ['军官证 南字第0718', '军官证 *******'],
  ['车牌粤BD12', '车牌粤B***'],
  ['微信号wangm', '微信号w****'],
  ['您是陈建国先', '您是陈**先'],
  ['北京市朝阳区建国路8', '北京市朝阳区****'],
  ['幸福小区3', '*****'],
  ['my number is one three eight six seven tw', 'my number is *** ***** ***** *** ***** **'],
])('of «%s» the draft holds «%s»', (typed, draft) => {
  expect(draftOnDisk(typed, typed.length).text).toBe(draft)
})

test.each([
  '地址写错了能改吗',
  '收件人写错了',
  '验证码收不到',
  '我是来退货的',
  '微信支付失败',
  '3号楼停水',
  '朝阳区今天不送',
])('«%s» stands as it is typed', (typed) => {
  for (let keys = 1; keys <= typed.length; keys++)
    expect(draftOnDisk(typed.slice(0, keys), keys).text).toBe(typed.slice(0, keys))
})
