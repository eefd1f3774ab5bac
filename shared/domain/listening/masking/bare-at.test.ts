import { expect, test } from 'vitest'
import { wordBeforeBegunAt } from './bare-at.ts'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['wang at 163.com', 'w*** at 163.com'],
  ['王女士 wang at vip.163.com', '王女士 w*** at vip.163.com'],
  ['wang  AT  GMAIL.COM', 'w***  AT  GMAIL.COM'],
  ['王女士说 wang at 163.com，她说', '王女士说 w*** at 163.com，她说'],
  ['wang在QQ点COM', 'w***在QQ点COM'],
  ['I said so，wang at 163.com', 'I said so，w*** at 163.com'],
  ['wang在163.com，在qq.com上买的', 'w***在163.com，在qq.com上买的'],
  ['发到wang at company.com', '发到w*** at company.com'],
  ['my email is wang at company.com', 'my email is w*** at company.com'],
  ['she is wang.min at company.com', 'she is w*** at company.com'],
  ['wangmin在qq.com', 'w***在qq.com'],
  ['wangmin 在 qq.com，谢谢', 'w*** 在 qq.com，谢谢'],
  ['邮箱wangmin在qq.com上注册的', '邮箱w***在qq.com上注册的'],
  ['wang在qq点com', 'w***在qq点com'],
  ['wang 在 qq点康木', 'w*** 在 qq点康木'],
])('a word, «at» or 在 and a host are an address: %s → %s', (text, masked) => {
  expect(maskedByRules(text)).toEqual({ text: masked, found: [{ kind: 'email', count: 1 }] })
  expect(maskedByRules(masked)).toEqual({ text: masked, found: [] })
})

test.each([
  'look at 163.com',
  'bought at 163.com',
  'register at 163.com',
  'found at 163.com',
  'phone at 163.com',
  'kg at 163.com',
  'it was his, wang at 163.com',
  '邮箱问了半天都没有人说清楚过，wang at company.com',
  'wang at x.qq.com',
  'wang 在 qq.com 上',
  'Look at qq.com',
  'I bought it at jd.com',
  'check your mail at qq.com',
  'he met wang at 163.com',
  'wang at jd.com',
  'wang at 163',
  '在qq.com上买的',
  '我在163.com注册过',
  'iphone在jd.com买的',
  'wang在qq.com上买的',
  'wang在jd.com',
  '王敏在qq.com',
])('it stays in a sentence: %s', (text) => {
  expect(maskedByRules(text)).toEqual({ text, found: [] })
})

test.each([
  ['发到wang a', 'wang'],
  ['wang at', 'wang'],
  ['wang at 16', 'wang'],
  ['my mail is wang at gma', 'wang'],
  ['wang在', 'wang'],
  ['wang 在 qq.c', 'wang'],
  ['he met wang at gma', null],
  ['it was said, look at gma', null],
  ['发到wang at 163.com，看 look at gma', null],
  ['look at gma', null],
  ['wang at gma，', null],
  ['wang在家', null],
  ['王敏在', null],
])('in front of what ends «%s» the word may be an address: %s', (text, word) => {
  const found = wordBeforeBegunAt(text)
  expect(found && text.slice(found.start, found.end)).toBe(word)
})

test('another sign stands for it in front of where people have their mail', () => {
  expect(maskedByRules('写成了hexiaofan # 126.com，其实是 at 的意思').text).toBe(
    '写成了h*** # 126.com，其实是 at 的意思',
  )
  expect(maskedByRules('页面 # 126.com 打不开，jd#tmall.com').text).toBe('页面 # 126.com 打不开，jd#tmall.com')
})
