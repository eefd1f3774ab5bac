import { expect, test } from 'vitest'
import { maskAcrossLines } from './across-lines.ts'
import { maskedByRules } from './mask-by-rules.ts'

// Writings that people who were asked for hostile ones came up with, and that went through once.
test.each([
  ['one three nine, double one, two three four, triple five', '139****4555'],
  [
    'ID number six five oh one oh two, two thousand and five, twelve ten, double nine six two',
    'ID number 650***********9962',
  ],
  ['his ID is 650102 two thousand twelve, twelve ten, double nine six two', 'his ID is 650***********9962'],
  ['Ⅰ Ⅲ Ⅸ Ⅰ Ⅱ Ⅲ Ⅳ Ⅴ Ⅵ Ⅶ Ⅷ 是我手机', '139****5678 是我手机'],
  ['手机139(中间四个)1234(最后)5678', '手机139****5678'],
  ['腰八六零零腰二三四五六', '186****3456'],
  ['area code two one two, five five five, oh one nine eight', 'area code ****0198'],
  ['零二一六二三四五六七八，上海的座机', '零二一****5678，上海的座机'],
  ['永居证 911101199003071234', '永居证 911***********1234'],
  ['邮箱是张三艾特幺六三点康姆', '邮箱是张***艾特幺六三点康姆'],
  ['邮箱李雷下划线八八艾特幺二六点康母', '邮箱李***艾特幺二六点康母'],
  ['mary underscore lee eighty eight at outlook dot com', 'm*** at outlook dot com'],
  ["it's a b c one two three at hotmail dot com", "it's a*** at hotmail dot com"],
  ['我邮箱 lilei 八八 圈a qq 点 com', '我邮箱 l*** 圈a qq 点 com'],
  ['邮箱1234567艾特q q点com', '邮箱1***艾特q q点com'],
  ['I live at forty two Maple Avenue', 'I live at ***'],
  ['收货地址：深圳市南山区科技园南区R3-B栋4楼', '收货地址：深圳市南山区***'],
  ['寄到西安市雁塔区高新路 52 号高科大厦', '寄到西安市雁塔区***'],
  ['天津河西区黑牛城道七十一号增三号，就一个底商', '天津河西区***，就一个底商'],
  ['住渝北区松石北路二十二号', '住渝北区***'],
  ['寄到西宁市城东区和平路12号3栋', '寄到西宁市城东区***'],
  ['唐山市路南区和平路12号3栋', '唐山市路南区***'],
  // A side of an estate is none.
  ['成都市高新区中海城南区天府路6号1单元', '成都市高新区***'],
  ['住世纪城南区梅花路19号', '***'],
  ['收货的在天津河西区平江南里十二门四零一', '收货的在天津河西区***'],
  ['石家庄桥西区裕华西路六十六号E座七零三', '石家庄桥西区***'],
  ['她的号：180 打头 2739 收尾 6054', '她的号：180****6054'],
  ['银行卡前八位62148301 后八位 27740958', '银行卡前八位****0958'],
])('%s', (said, masked) => {
  expect(maskedByRules(said).text).toBe(masked)
})

test.each([
  [
    ['座机021', '62345678'],
    ['座机021', '※*******'],
  ],
  [
    ['验证码是', '774201'],
    ['验证码是', '※*****'],
  ],
])('%j over two lines', (lines, masked) => {
  expect(maskAcrossLines(lines)).toEqual(masked)
})

test.each([
  '08 09 10 11 12 款都有',
  '腰围八六九零都有货',
  '我说了一，二，三，四遍',
  'one, two, three, I waited forty minutes',
  'order one two three four, two thousand five hundred pieces',
  'one two three four five six, two thousand and five dollars',
  'Ⅱ代和Ⅲ代差 300',
  '验证码收不到\n20261127 又试了一次',
  '这条路 8 号才修好',
])('%s stands', (line) => {
  expect(maskedByRules(line).text).toBe(line)
})
