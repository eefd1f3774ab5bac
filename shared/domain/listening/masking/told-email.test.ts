import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['toby wren, all one word, at fastmail dot com', 't*** at fastmail dot com'],
  ['我那个邮箱 大Y a n g 二零零八 圈a 新浪 sina 点 cn', '我那个邮箱 大Y*** 圈a 新浪 sina 点 cn'],
  ['邮箱是拼音 l i u 刘 h a i t a o 海涛 艾特 一六三 点 com', '邮箱是拼音 l*** 艾特 一六三 点 com'],
  ['a h u i 中杠 f z 不对 下杠 f z 艾特 foxmail 点 com', 'a*** 艾特 foxmail 点 com'],
  ["it's gareth, one R, M for mother, at, um, outlook dot co dot uk", "it's g*** at, um, outlook dot co dot uk"],
  ['邮箱，tian 然后 xin 然后艾特 hotmail 点 com', '邮箱，t***艾特 hotmail 点 com'],
  ['邮箱呢八二七三一六零四艾特qq点com', '邮箱呢八***艾特qq点com'],
  ['公司的，purchase在hengyuan杠tools点cn', '公司的，p***在hengyuan杠tools点cn'],
  ['邮箱后半截花a福克斯妹儿点com，前半截sunlulu', '邮箱后半截花a福克斯妹儿点com，前半截s***'],
  ['我那个邮箱啊，vivian 中划线 mo，嗯，at outlook 点 com', '我那个邮箱啊，v***at outlook 点 com'],
  ['grandma dot jo at yahoo', 'g*** at yahoo'],
  ['邮箱是张三一二三艾特qq点com', '邮箱是张***艾特qq点com'],
  ['bluey two thousand and nine at bigpond dot com', 'b*** at bigpond dot com'],
  ['kuai ji 小老鼠 fu rong 横杠 s m 点 com 点 c n', 'k***老鼠 fu rong 横杠 s m 点 com 点 c n'],
  ['ops plus refunds at red kettle dot d e v, one word', 'o*** at red kettle dot d e v, one word'],
  ['mail: zhoudada at gmail', 'mail: z*** at gmail'],
  ['我的邮箱 zhoudada qq com，发这', '我的邮箱 z*** qq com，发这'],
  ['isabel hyphen fenwick at B T internet dot com', 'i*** at B T internet dot com'],
  ['学校的 s二零二幺三零四八 艾特 stu 点 nwafu 点 edu 点 cn', '学校的 s*** 艾特 stu 点 nwafu 点 edu 点 cn'],
])('an address of mail that is told piece by piece keeps its first sign and its host: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  'email support at gmail',
  'the polka dot at yahoo',
  'email is down at gmail',
  'I bought it at jd dot com',
  '我的在jd点com买的',
  '前半截是好的，后半截断了，在jd点com买',

  'look at the dot on the screen',
  '小老鼠点心盒 com 口充电',
])('words around «at» and a dot are no address: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
