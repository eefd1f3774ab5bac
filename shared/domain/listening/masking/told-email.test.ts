import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  ['toby wren, all one word, at fastmail dot com', 't***@ fastmail dot com'],
  ['我那个邮箱 大Y a n g 二零零八 圈a 新浪 sina 点 cn', '我那个邮箱 大Y***@ 新浪 sina 点 cn'],
  ['isabel hyphen fenwick at B T internet dot com', 'i***@ B T internet dot com'],
  ['学校的 s二零二幺三零四八 艾特 stu 点 nwafu 点 edu 点 cn', '学校的 s***@ stu 点 nwafu 点 edu 点 cn'],
])('an address of mail that is told piece by piece keeps its first sign and its host: %s', (text, masked) => {
  expect(maskText(text).text).toBe(masked)
  expect(maskText(masked).text).toBe(masked)
})

test.each(['I bought it at jd dot com', 'look at the dot on the screen', '小老鼠点心盒 com 口充电'])(
  'words around «at» and a dot are no address: %s',
  (text) => {
    expect(maskText(text).text).toBe(text)
  },
)
