import { expect, test } from 'vitest'
import { draftOnDisk } from '../../drafts/draft-on-disk.ts'
import { maskText } from '../mask-text.ts'
import { maskBesideStaff } from '../names-of-staff.ts'
import { namesInWords } from './names-in-words.ts'

test.each([
  ['客户栾慧反馈空调滴水', '客户栾*反馈空调滴水'],
  ['补寄配件给褚先觉，柜门铰链两个', '补寄配件给褚*，柜门铰链两个'],
  ['苗海涛的尾款没到', '苗*的尾款没到'],
  ['那天是贺敏接待的我，态度很好', '那天是贺*接待的我，态度很好'],
  ['麻烦转告欧阳晓枫一声', '麻烦转告欧阳*一声'],
])('a name is told by the words around that are none: %s', (text, masked) => {
  expect(maskText(text).text).toBe(masked)
})

test.each([
  '瑞幸生椰拿铁怎么又变成十二块九',
  '客户只要盖红章的电子章不认',
  '金额大写壹仟叁佰捌拾陆元伍角整',
  '老凤祥手镯圈口五十六想换五十八',
  '说好贝贝南瓜粉糯蒸出来水叽叽',
  '安溪县罗岩村的茶很好',
  '坐席说您办的是云享卡，云享卡很好用',
  '收件人写安保室',
  '谢谢您，我孙子明天就用',
  '声音洪亮的那款音箱高兴得很',
  '王女士说周师傅态度好',
  '諾氟沙星膠囊和胡辣湯一起賣',
  '诺氟沙星一天吃几次',
  '展覽那边的嬰兒籃',
])('of ordinary words none is a name: %s', (text) => {
  expect(maskText(text).text).toBe(text)
})

test.each([
  ['世田谷区代沢二丁目 十七の四 コーポ桜', '代沢'],
  ['邮箱 艾特 h n 华烨拼音 点 c n', '华烨'],
  ['送凤起潮鸣2-1202，放门口', '2-1202'],
])('what other rules hide whole stays hidden: %s', (text, secret) => {
  expect(maskText(text).text).not.toContain(secret)
})

test('in the field of an owner names are left, and beside other words they are no more', () => {
  expect(maskText('栾慧、贺敏').text).toBe('栾慧、贺敏')
  expect(maskBesideStaff('栾慧 负责')).toBe('栾慧 负责')
})

test('a draft shows no more of a name than the note will', () => {
  const typed = '那天是贺敏接待的我'
  expect(draftOnDisk(typed, typed.length).text).toBe('那天是贺*接待的我')
  expect(draftOnDisk(typed.slice(0, 5), 5).text).toBe('那天是贺*')
})

test('many names take no longer than their number', () => {
  const text = '栾慧说贺敏来过，'.repeat(3000)
  expect(namesInWords(text)).toHaveLength(6000)
})
