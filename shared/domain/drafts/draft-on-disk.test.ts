import { describe, expect, test } from 'vitest'
import { draftOnDisk } from './draft-on-disk.ts'

/** `|` is the caret; without one it stands at the end. */
function stored(typed: string): string {
  const caret = typed.includes('|') ? typed.indexOf('|') : typed.length
  return draftOnDisk(typed.replace('|', ''), caret).text
}

describe('of a number that is being typed stands what any mask would show', () => {
  test.each([
    ['电话 1381', '电话 138*'],
    ['电话 1381234567', '电话 138*******'],
    ['电话 138 1234 56', '电话 138 **** **'],
    ['电话 138，1234、56', '电话 138，****、**'],
    ['电话 138/1234\n5', '电话 138/****\n*'],
    ['电话 186 5986 ', '电话 186 **** '],
    ['电话 １３８１２３４５', '电话 １３８*****'],
    ['电话 ①③⑧①②', '电话 ①③⑧**'],
    ['电话 ١٣٨١٢', '电话 ١٣٨**'],
    ['电话 𝟏𝟑𝟖𝟏', '电话 𝟏𝟑𝟖**'],
    ['电话幺三八洞拐', '电话幺三八**'],
    ['电话壹叁捌零零', '电话壹叁捌**'],
    ['+86138', '+86138'],
    ['+86 138 12', '+86 138 **'],
    ['00861381', '0086138*'],
    ['(86)1381', '(86)138*'],
    ['01381', '0138*'],
    ['身份证 11010519491231', '身份证 110***********'],
    ['身份证 13010519491', '身份证 130********'],
    ['身份证 110105 19491231 002', '身份证 110*** ******** ***'],
    ['卡号 622202123456789', '卡号 622************'],
    ['卡号 6222 0212 3456', '卡号 622* **** ****'],
    ['座机 010-6938', '座机 010-****'],
    ['座机 0755 2345 67', '座机 0755 **** **'],
    ['打错一位 138123456789', '打错一位 138*********'],
    ['邮箱 zhang.san', '邮箱 z********'],
    ['邮箱 zhang.san@exa', '邮箱 z********@exa'],
    ['请发到wangmin', '请发到w******'],
    ['my mail is wangmin', 'my mail is w******'],
    ['li_4', 'l***'],
    ['zhang.', 'z*****'],
    ['电话 138>1234<5', '电话 138>****<*'],
    ['电话 138−1234─5', '电话 138−****─*'],
    ['+86 10 6234', '+86 10 ****'],
    ['身份证 110105194912|，3月买的', '身份证 110*********，*月买的'],
    ['身份证 1101051949123|，3月买的', '身份证 110**********，3月买的'],
    ['发到wang-min', '发到w*******'],
    ['发到wangmin @', '发到w****** @'],
    ['发到wangmin@qq。', '发到w******@qq。'],
    ['发到wangmin@例', '发到w******@例'],
  ])('%s → %s', (typed, onDisk) => {
    expect(stored(typed)).toBe(onDisk)
  })
})

describe('the whole number is shown as its mask shows it', () => {
  test.each([
    ['13812345678', '138****5678'],
    ['+86 138 1234 5678', '+86 138****5678'],
    ['010-62345678', '010-****5678'],
    ['11010519491231002X', '110***********002X'],
    ['13010519491块', '130****9491块'],
    ['zhang.san@example.com', 'z***@example.com'],
  ])('%s → %s', (typed, onDisk) => {
    expect(stored(typed)).toBe(onDisk)
  })
})

describe('the caret was somewhere else', () => {
  test.each([
    ['|电话 1381234', '电话 138****'],
    ['138|5678', '138****'],
    ['|1381234 他说', '138**** 他说'],
    ['138|1234 他说', '138**** 他说'],
    ['他说1381234后面没听清|', '他说138****后面没听清'],
    ['他说138 1234 56后面没听清|', '他说138 **** **后面没听清'],
    ['身份证110105194912后面没听清|', '身份证110*********后面没听清'],
    ['卡6222 0212 3456后面没听清|', '卡622* **** ****后面没听清'],
    ['座机010-6234后面没听清|', '座机010-****后面没听清'],
    ['|发到 zhang.san', '发到 z********'],
  ])('%s → %s', (typed, onDisk) => {
    expect(stored(typed)).toBe(onDisk)
  })
})

describe('what is no number stays to the character', () => {
  test.each([
    '买了3',
    '等了3 天',
    '差价100 块',
    '优惠1500块，原价4599元，',
    '原价 1299，活动价 999，买贵了',
    '2026-11-21 10:30 下的单',
    '日期 20261121',
    '2026-11-21',
    '11月21日下午3点半打来的',
    '6/18 那天买的，2026年',
    '冰箱 595x910x1920，放不下',
    '尺寸 120*200*60厘米',
    '门宽 80 厘米、高 200 厘米',
    '订单号 202611210900000001 没到',
    '券码 2026112110300001，',
    '买的 iPhone 15 Pro Max 降价了',
    'The refrigerator was delivered late',
    'The refrigerator was deliv',
    'Customer',
    '买的是 256GB',
    '电压 220V',
    '见 ES-000123',
    '已经是138****5678',
    '工单 ES-000123，会话 0193a138-1234-7678-8abc-def012345678 里说的',
    '1500000元的车，1380 1500 元两档',
    '一二三四五六七八九十，三心二意，一九九八年买的',
    '打了 95618 和 400-820-8820 都没人接，',
    '😀等了一个小时',
    '',
  ])('%s', (typed) => {
    expect(stored(typed)).toBe(typed)
    expect(draftOnDisk(typed, typed.length).isVeiled).toBe(false)
  })
})

test('the caret stays where it was, and only what was hidden is called veiled', () => {
  expect(draftOnDisk('电话 1381234，急', 10)).toEqual({ text: '电话 138****，急', caret: 10, isVeiled: true })
  expect(draftOnDisk('电话 13812345678，急', 3)).toEqual({ text: '电话 138****5678，急', caret: 3, isVeiled: true })
})

test('a stored draft is stored again as it is, so a restored one does not change under the hand', () => {
  for (const typed of [
    '电话 138 1234 56',
    '卡号 622202123456789',
    '邮箱 zhang.san@exa',
    '电话 13812345678',
    '010-6938',
  ]) {
    const once = stored(typed)
    expect(stored(once)).toBe(once)
  }
})
