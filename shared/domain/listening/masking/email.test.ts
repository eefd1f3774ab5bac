import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  ['zhang.san+jd@mail.example.com.cn', 'z***@mail.example.com.cn'],
  ['邮箱是li_4@qq.com，谢谢', '邮箱是l***@qq.com，谢谢'],
  ['ｌｉ＠ｑｑ．ｃｏｍ', 'l***＠ｑｑ．ｃｏｍ'],
  ['13812345678@139.com', '1***@139.com'],
  ['a@b.cn；c@d.cn', 'a***@b.cn；c***@d.cn'],
  ['wangmin@qq。com', 'w***@qq。com'],
  ['发到wangmin @ qq.com', '发到w*** @ qq.com'],
  ['wangmin﹫qq.com', 'w***﹫qq.com'],
  ['wangmin\u200b@\u200bqq.com', 'w***\u200b@\u200bqq.com'],
  ['发到wangmin  @  qq.com', '发到w***  @  qq.com'],
  ['müller@example.de', 'm***@example.de'],
  ['wangmin@例子.中国', 'w***@例子.中国'],
  ['发到wangmin艾特qq.com', '发到w***艾特qq.com'],
  ['wangmin艾特qq点com', 'w***艾特qq点com'],
  ['wangmin(at)qq.com', 'w***(at)qq.com'],
  ['wangmin [AT] qq.com', 'w*** [AT] qq.com'],
  ['wangmin（ａｔ）qq.com', 'w***（ａｔ）qq.com'],
  ['wangmin@qq .com', 'w***@qq .com'],
  ['wangmin@qq. com', 'w***@qq. com'],
  ['wangmin@qq 点 com', 'w***@qq 点 com'],
  ['wangmin@qq,com', 'w***@qq,com'],
  ['wangmin@qq·com', 'w***@qq·com'],
  ['wangmin[at]qq[dot]com', 'w***[at]qq[dot]com'],
  ['wangmin@\nqq.com', 'w***@\nqq.com'],
  ['wan\u200bgmin@qq\u200b.com', 'w***@qq\u200b.com'],
  ['ванмин@mail.ru', 'в***@mail.ru'],
  ['name@127.0.0.1', 'n***@127.0.0.1'],
  ['name@[127.0.0.1]', 'n***@[127.0.0.1]'],
  ['wangmin@@qq.com', 'w***@@qq.com'],
  ['wangmin@ @@qq.com', 'w***@ @@qq.com'],
  ['wangmin{at}qq{dot}com', 'w***{at}qq{dot}com'],
  ['wangmin<at>qq.com', 'w***<at>qq.com'],
  ['wangmin小老鼠qq点com', 'w***小老鼠qq点com'],
  ['wangmin 小老鼠号 qq.com', 'w*** 小老鼠号 qq.com'],
  ['wangmin圈A qq.com', 'w***圈A qq.com'],
  ['wangmin_at_qq.com', 'w***_at_qq.com'],
  ['wangmin at符号 qq.com', 'w*** at符号 qq.com'],
  ['wangmin@号qq.com', 'w***@号qq.com'],
  ['wangmin*at*qq.com', 'w****at*qq.com'],
  ['wangmin(@)qq.com', 'w***(@)qq.com'],
  ['wangmin老鼠号qq.com', 'w***老鼠号qq.com'],
  ['wangmin@qq，com', 'w***@qq，com'],
  ['wangmin@qq..com', 'w***@qq..com'],
  ['wangmin@.qq.com', 'w***@.qq.com'],
  ['wangmin at qq dot com', 'w*** at qq dot com'],
  ['wangmin@mail dot example dot com', 'w***@mail dot example dot com'],
])('%s → %s', (text, masked) => {
  expect(maskText(text).text).toBe(masked)
})

test('a domain has 255 characters at most', () => {
  const address = (length: number) => `a@${`${'1'.repeat(63)}.`.repeat(3)}${'1'.repeat(length - 195)}.cn`
  expect(maskText(address(255)).found).toEqual([{ kind: 'email', count: 1 }])
  expect(maskText(address(256)).found).toEqual([])
})

test('a phone number as a domain is still found', () => {
  expect(maskText('x@13812345678.com').text).toBe('x***@138****5678.com')
})

test.each([
  '@王敏 请看',
  '会议@三楼',
  'a@b',
  '5@ 一个',
  '@example.com',
  'a@-.',
  '买了   @三楼',
  'abc   @qq.com',
  'abc@王敏 .他说',
  'abc@   qq.com',
  'a@，qq.com',
  '他说艾特了客服。没人理',
  'meet (at) noon. ok',
  '(at)qq.com',
  'look at jd.com',
  '家里有小老鼠，打 qq.com',
  'a@1.2.3',
  'look_at_me',
  'look at me dot',
])('%s is no address', (text) => {
  expect(maskText(text)).toEqual({ text, found: [] })
})
