import { expect, test } from 'vitest'
import { maskText } from '../mask-text.ts'
import { withNamesInWords } from './names-in-words.ts'

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
])('of ordinary words none is a name: %s', (text) => {
  expect(maskText(text).text).toBe(text)
})

test('of what else is hidden nothing is looked at again', () => {
  const text = '栾慧来电，贺敏回访'
  const named = withNamesInWords(text, [])
  expect(named.map(({ start, end }) => text.slice(start, end))).toEqual(['慧', '敏'])
  const hidden = { ...{ kind: 'address' as const, start: 0, end: 2 }, mask: '***' }
  expect(withNamesInWords(text, [hidden]).map(({ start, end }) => text.slice(start, end))).toEqual(['栾慧', '敏'])
})
