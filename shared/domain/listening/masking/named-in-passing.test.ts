import { expect, test } from 'vitest'
import { maskBehind } from './across-lines.ts'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['请叫李想接电话', '请叫李*接电话'],
  ['叫周敏来听', '叫周*来听'],
  ['把张晓红换成李雪梅', '把张*换成李*'],
  ['经办：方砚秋；复核：麦家恒', '经办：方*；复核：麦*'],
  ['赔偿协议甲方签字：窦承恩', '赔偿协议甲方签字：窦*'],
  ['租客名:翟 一 鸣，空格是他自己打的', '租客名:翟*，空格是他自己打的'],
])('who is called to the phone, changed for another or signs is hidden: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test.each(['请叫人工接电话', '把江小白换成别的', '复核：金额不对', '签字：尚未', '叫快递接电话'])(
  'other words stand: %s',
  (text) => {
    expect(maskedByRules(text).text).toBe(text)
  },
)

test('a note that tells the last four of a number begun before holds none of it', () => {
  expect(maskBehind('号码前面是1392046', '后四位8817')).toBe('后四位※***')
  expect(maskBehind('前面是 1392046', '后面四位 8817')).toBe('后面四位 ※***')
  expect(maskBehind('订单尾号是 3046', '后四位8817')).toBe('后四位8817')
})
