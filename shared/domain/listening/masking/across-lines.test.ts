import { expect, test } from 'vitest'
import { draftBehind } from '../drafts/draft-on-disk.ts'
import { goingOn, maskAcrossLines, maskBehind, maskBetween, toldOf } from './across-lines.ts'
import { maskText } from './mask-text.ts'

test.each([
  [
    ['我电话138', '1234', '5678'],
    ['我电话138', '※***', '※***'],
  ],
  [
    ['手机是一三八', '嗯', '一二三四', '好的', '五六七八'],
    ['手机是一三八', '嗯', '※***', '好的', '※***'],
  ],
  // Whoever only listens says nothing of it, in Latin words as well.
  [
    ['一三八', 'OK', '一二三四', 'got it', '五六七八 谢谢'],
    ['一三八', 'OK', '※***', 'got it', '※*** 谢谢'],
  ],
  [
    ['one seven six, three oh five two', 'uh huh', 'okay, double eight four one'],
    ['one ※**** ***, ***** ** **** ***', 'uh huh', 'okay, ※***** ***** **** ***'],
  ],
  // Not numbers alone.
  [
    ['车牌皖A', '嗯', 'B2K71'],
    ['车牌皖A', '嗯', '※****'],
  ],
  [
    ['身份证 110105', '19491231', '002X 对吧'],
    ['身份证 110※**', '※*******', '※*** 对吧'],
  ],
  [
    ['座机 010-6938', '7745'],
    ['座机 010-※***', '※***'],
  ],
  [
    ['客户邮箱 liuyang', '@163.com'],
    ['客户邮箱 l※*****', '@163.com'],
  ],
  [
    ['my email is peter.brown', 'at outlook dot com'],
    ['my email is p※***.*****', 'at outlook dot com'],
  ],
])('%j becomes %j', (lines, masked) => {
  expect(maskAcrossLines(lines)).toEqual(masked)
})

test.each([
  [['降到 1299', '满 300 减 40', '一共 3 件']],
  [['138 元', '1234 件', '5678 单']],
  [['11 月 20 日', '15:30 打来']],
  [['他要看会议', '@三楼会议室']],
  [['we bought it', 'at jd.com']],
])('%j stands', (lines) => {
  expect(maskAcrossLines(lines)).toEqual(lines)
})

test.each([
  // Whoever listens says something of their own, and is another than tells.
  [
    ['agent 请报一下', 'customer 一七六二一九', 'agent 您先别急我拿支笔', 'customer 四零三八五'],
    ['请报一下', '一七六※**', '您先别急我拿支笔', '※****'],
  ],
  [
    ['customer 1381', 'agent 前三位138是吧', 'customer 2345', 'agent 嗯前八位记了', 'customer 678'],
    ['138※', '前三位※**是吧', '※***', '嗯前八位记了', '※**'],
  ],
  // Of voices that are not known by name either.
  [
    ['unknown1 one seven six, three oh five two', 'unknown2 let me grab a pen', 'unknown1 double eight four one'],
    ['one ※**** ***, ***** ** **** ***', 'let me grab a pen', '※***** ***** **** ***'],
  ],
  [
    ['customer 订单号13812', 'agent 五位了您继续', 'customer 345678'],
    ['订单号13812', '五位了您继续', '345678'],
  ],
  [
    ['customer 尾号1380', 'agent 那银行的卡号您方便报一下吗', 'customer 0138271'],
    ['尾号1380', '那银行的卡号您方便报一下吗', '0138271'],
  ],
])('of %j, said by two, stays %j', (lines, masked) => {
  const said = lines.map((line) => {
    const [who = '', ...words] = line.split(' ')
    const voice = Number(who.slice('unknown'.length)) || undefined
    return { text: words.join(' '), speaker: who.replace(/\d/, ''), ...(voice === undefined ? {} : { voice }) }
  })
  expect(
    maskAcrossLines(
      said.map(({ text }) => text),
      said,
    ),
  ).toEqual(masked)
})

test('a note that goes on with a number of the note before holds none of it', () => {
  expect(maskBehind('客户电话13812', '345678，晚上打')).toBe('※*****，晚上打')
  expect(maskBehind('客户电话 138 1234', '5678')).toBe('※***')
  expect(maskBehind('价格 138', '12 号再打')).toBe('12 号再打')
  expect(maskBehind('电话没人接', '等了 20 分钟')).toBe('等了 20 分钟')
})

test.each([
  // What leads on is the same as between the lines of one text.
  ['电话只记一半15988', '后半：203317', '后半：※*****'],
  ['Number split over two notes: 15857', '(cont.) 164029', '(cont.) ※*****'],
  ['手机 18802（续）', '（接上）117733', '（接上）※*****'],
  ['手机 138', '剩下的是 12345678', '剩下的是 ※*******'],
  ['手机13812', '续：345678', '续：※*****'],
  ['手机是 13812', '嗯 345678', '嗯 ※*****'],
  ['手机 138，嗯', '好的，12345678', '好的，※*******'],
  ['客户：13812', '坐席：嗯\n客户：345678', '坐席：嗯\n客户：※*****'],
  // Not phones alone.
  ['微信号tea', '下划线 hzc03', '下划线 ※****'],
  ['护照g，六零三八', '二二五七', '※***'],
  ['车牌皖A', 'B2K71', '※****'],
  ['passport no. 5482', 'cont. 03917', 'cont. ※****'],
])('behind %j goes on what is told in %j: %j', (before, text, masked) => {
  expect(maskBehind(before, text)).toBe(masked)
})

test.each([
  ['微信支付 wechat pay', 'failed again'],
  ['护照还没到', 'OK 再等等'],
  ['买了 138', '好的，12 号到'],
  ['尺码 38', '续：39 也行，40 大了'],
  ['车牌没说', 'he will call back'],
])('behind %j stands %j', (before, text) => {
  expect(maskBehind(before, text)).toBe(text)
})

test('a note in which somebody only listens stands between two that tell a number', () => {
  const behind = goingOn(goingOn('电话 13812', '嗯，13812'), 'OK')
  expect(maskBehind(behind, '345678')).toBe('※*****')
  expect(maskBetween('电话 13812\n嗯', '345678', '')).toBe('※*****')
  expect(maskBetween('', '电话 1381234', '嗯\n5678')).toBe('电话 138※***')
})

test('what somebody else says of a number in a note of its own stands between two that tell it', () => {
  for (const between of ['坐席：六位了您继续', '坐席：您先别急我拿支笔'])
    expect(maskBehind(goingOn('客户：一七六二一九', between), '客户：四零三八五')).toBe('客户：※****')
  expect(maskBehind(goingOn('客户：订单号13812', '坐席：我看看'), '客户：345678')).toBe('客户：345678')
  expect(maskBehind(goingOn('客户：13812', '坐席：要退几件'), '客户：345678')).toBe('客户：345678')
})

test('a text between two others holds nothing of a number that is cut there, on either side', () => {
  expect(maskBetween('', '客户电话 138 1234', '5678，晚上打')).toBe('客户电话 138 ※***')
  expect(maskBetween('电话13812', '345678', '好')).toBe('※*****')
  expect(maskBetween('打过两次', '等了 20 分钟', '3 天没人理')).toBe('等了 20 分钟')
  const long = '他说了很多'.repeat(30)
  expect(maskBetween('', `${long}电话 1381234`, '5678')).toBe(`${long}电话 138※***`)
})

test('a number that was saved three times in its middle is known by all of its pieces', () => {
  const [first, second, third] = ['客户电话 138', '1234', '5678']
  const behind = goingOn(first, second)
  expect(maskBehind(second, third)).toBe(third)
  expect(maskBehind(behind, third)).toBe('※***')
  expect(goingOn('没人理', third)).toBe(third)
})

test.each([
  ['客户邮箱 liuyang', '@163.com 晚上发', '@※**.*** 晚上发'],
  ['邮箱 wang.xiaohong@', 'qq.com', '※*.***'],
  ['邮箱 liu 艾特', '一六三点com', '※******'],
  ['邮箱 liuyang@163', '.com 晚上发', '.※** 晚上发'],
  ['价格在', '163.com 上看到的', '163.com 上看到的'],
])('an address of mail that begins in «%s» has no host behind it: «%s»', (before, text, masked) => {
  expect(maskBehind(before, text)).toBe(masked)
})

test('nor has its draft, from the first letter on', () => {
  for (const host of ['@163.com', '@一六三点com', '@qq点com'])
    for (let keys = 2; keys <= host.length; keys++)
      expect(draftBehind('客户邮箱 liuyang', host.slice(0, keys), keys).text).toMatch(/^@[*.]+$/)
})

test('a name in front of a host that was typed first is not kept', () => {
  expect(maskBetween('', '客户邮箱 liuyang', '@163.com')).toBe('客户邮箱 l※*****')
})

/** What each note stores, one told behind the other. */
function stored(...notes: string[]): string[] {
  let before = ''
  return notes.map((told) => {
    const words = maskText(told).text
    const text = maskBehind(before, words)
    before = goingOn(before, toldOf(told, words))
    return text
  })
}

test('a number that is told in two notes or three shows in none what its mask would hide', () => {
  expect(stored('大爷报号：幺三六 零零五', '七七 八幺 九')[1]).toBe('※* ** *')
  expect(stored('大爷：幺三六 零零五', '嗯', '七七 八幺 九')[2]).toBe('※* ** *')
  expect(stored('前三位138', '中间0013')).toEqual(['前三位138', '中间※***'])
  expect(stored('07700 9', '00123')[1]).toBe('※****')
  expect(stored('手机 13600577819', '3 件退')).toEqual(['手机 136****7819', '3 件退'])
  expect(stored('验证码 482913', '12 件')[1]).toBe('12 件')
})
