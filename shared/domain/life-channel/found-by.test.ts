import { expect, test } from 'vitest'
import type { HeardLine } from './danger.ts'
import { foundByIn } from './found-by.ts'
import { hearDanger, hearDangers } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const heard = (text: string, speaker: HeardLine['speaker']) => hearDanger([{ text, speaker }], ear)
const foundBy = (text: string) => foundByIn(text).map(({ start, end }) => text.slice(start, end).trim())

const CRIES = [
  '我要自杀',
  '我割腕了',
  '他说要跳楼',
  '我现在就要跳下去',
  '我不想活了',
  '我想死',
  'I want to kill myself',
]
const ENGLISH_CRIES = ['I want to die', "I'm going to jump", 'he has a knife', 'I took all the pills']

test.each([
  '，住在朝阳区人民路12号3楼',
  '。住在朝阳区人民路12号3楼',
  '，地址：浦东新区世纪大道100号2栋301',
  '，电话 13900008817',
  ' 电话13900008817',
  '，回拨139****8817',
  ' 订单 8812',
  ' 订单号 8812',
  '，我叫李建国',
  '，谢谢',
])('a cry is heard with this behind it in one piece, in a call and noted: %s', (behind) => {
  const missed = CRIES.flatMap((cry) =>
    (['customer', 'listener'] as const).filter((speaker) => heard(`${cry}${behind}`, speaker) === null).map(() => cry),
  )
  expect(missed).toEqual([])
})

test.each([
  '电话 13900008817 ',
  '住在朝阳区人民路12号3楼，',
  '订单号8812，',
  '我是王敏，',
  '你好，',
  '我15岁，',
  '我要退货，',
])('a cry is heard with this before it: %s', (before) => {
  expect(CRIES.filter((cry) => heard(`${before}${cry}`, 'listener') === null)).toEqual([])
})

test.each([
  [', my number is 07700 900123', ''],
  [", we're at 14 Beech Road", ''],
  [', flat 3, 22 King Street, Leeds', ''],
  [', order number 8812', ''],
  [", it's Priya", 'hello, '],
  [' call me back on 07700 900123', ''],
])('so in English: %s', (behind, before) => {
  expect(ENGLISH_CRIES.filter((cry) => heard(`${before}${cry}${behind}`, 'listener') === null)).toEqual([])
})

test('a line ends as it did, with its full stop, which says something too', () => {
  expect(heard("hi, it's Priya, Everyone would be better off with a different daughter.", 'unknown')).not.toBeNull()
})

test('the digits of a number are no dose', () => {
  const kinds = hearDangers([{ text: '电话 13900008817 他说我现在就要跳下去', speaker: 'listener' }], ear)
  expect(kinds.map(({ kind }) => kind)).toEqual(['suicide'])
})

test.each([
  '我想死你了，电话 13900008817',
  '电影里他说我要自杀，电话13900008817',
  '我想死，太好吃了',
  '我是开玩笑，我想死你们了',
  '订单 8812 还没到，住在朝阳区人民路12号3楼',
])('what is no cry alone is none with it: %s', (text) => {
  expect(heard(text, 'listener')).toBeNull()
})

test.each([
  '我在12楼天台',
  '我在二十八楼',
  '站在15楼窗台上',
  '我吃了100片安眠药',
  'zs计划定在14号',
  'I took 40 pills',
  '我住28楼，想跳',
  '客户 40片安眠药都吃了',
  '我在铁路',
  '他住在我家，打我',
  'there are 2 men in the street with knives',
  'he took 20 pills in the park',
  'customer 40 pills',
  'I am at 14 Beech Road bridge going to jump',
  'on 2 Mill Lane car park roof',
])('where somebody stands and what was taken stays in what is heard: %s', (text) => {
  expect(foundBy(text)).toEqual([])
})

test.each(['身份证110101199001011234', '微信号 wang88', '邮编 100020', 'my order number is 8812', 'a.b@example.com'])(
  'whatever somebody is found by is one stretch with the words that lead to it: %s',
  (text) => {
    expect(foundBy(text)).toEqual([text])
  },
)

test('an address ends where somebody is told of without a sign between', () => {
  expect(foundBy('住在朝阳区人民路12号3楼他要跳楼')).toEqual(['住在朝阳区人民路12号3楼'])
})

test.each(['1', ' ', 'a', 'a.', '区1', '住在', '好亲'])('a long text of «%s» is looked through in one go', (piece) => {
  expect(() => hearDangers([{ text: piece.repeat(2000), speaker: 'listener' }], ear)).not.toThrow()
})

test.each([
  '前三位是138，中间四位6677，最后四位不记得了好像是3310',
  '前面是138，中间四位6677，最后四位不记得了好像是8820',
  '前三位138，中间四位忘了，后四位3310',
  '身份证前六位是320502，后四位我忘了，好像是0617',
  '验证码后两位看不清，大概是47',
  '最后四位想不起来了，应该是三三一零',
  "first three are 138, the middle four I don't remember, the last four maybe 3310",
  "I don't remember the last four, maybe 3310",
  "my card, first six are 445566, I can't remember the last four",
])('a number told in pieces, and what of it is not remembered, says nothing of an end: %s', (text) => {
  for (const speaker of ['listener', 'customer'] as const) expect(heard(text, speaker)).toBeNull()
  const sentences = `客户问快递到哪了。${text}。发票也要开。`
  expect(heard(sentences, 'listener')).toBeNull()
})

test.each([
  ['前三位是138，中间四位6677，最后四位不记得了，', '我不想活了'],
  ['电话最后四位3310，', '我要跳楼了'],
  ['the last four are 3310 and ', 'I want to die'],
])('a cry behind such a number is heard as if it were alone: %s', (before, cry) => {
  const alone = hearDanger([{ text: cry, speaker: 'listener' }], ear)
  expect(heard(before + cry, 'listener')).toMatchObject({ grade: alone?.grade, kind: alone?.kind })
})
