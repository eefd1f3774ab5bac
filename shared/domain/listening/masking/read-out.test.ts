import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['you can get me on nine one two seven, um, double four eight six', 'you can get me on ****4486'],
  ['two eight one five, three seven four oh, ask for the front desk', '****3740, ask for the front desk'],
  ['幺幺七七 零三八八 二五', '****8825'],
  ['你记一下 六幺四 三零二八五七 八三三', '你记一下 ****7833'],
  ['我给你念 六二一七 两个零 幺八二 两个零 四九幺六 零七三六', '我给你念 ****0736'],
  ['退钱退到六二一二 二六幺九 三幺零零 幺二 三三', '退钱退到****1233'],
  ['我手机是one five eight 零七三六 二九四幺', '我手机是158****2941'],
  ['手机138 double 6 4 triple 7 02', '手机138****7702'],
  ['就那个一八八……等下我翻翻……四零七三，嗯，六二九幺', '就那个188****6291'],
  ['手机一五九，等我翻翻本子，三三零八，七四幺二', '手机159****7412'],
  ['幺五八八二三就是他，后头零七四一八，完了', '158****7418，完了'],
  ["it's 07,911,204,668 sorry my keyboard puts commas in", "it's ****4668 sorry my keyboard puts commas in"],
  ["You've got 0400 118 263 on file", "You've got ****8263 on file"],
  ['幺七七 double六 零三 double八 二五 就这样', '177****8825 就这样'],
])('%s → %s: nobody reads out a price digit by digit', (said, masked) => {
  expect(maskedByRules(said).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  '订单号我念给你 二零九三幺七七四八',
  'the tracking number, wait, seven one four double two nine oh three',
  '二零二六零三一五 发的货',
  '一二三四五六七八',
  '八八八八八八八八 这个吉利',
  '五一 六一 七一 八一 都有活动',
  '机器上写的型号是 三七二零 五五六一',
  'nineteen ninety nine, twenty four fifty',
])('%s stands', (line) => {
  expect(maskedByRules(line).text).toBe(line)
})
