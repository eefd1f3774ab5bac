import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test('a name is told letter by letter with any sign between', () => {
  const told = '客户：微信号字母z、h、y，然后六零八三幺。'
  expect(maskedByRules(told).text).toBe('客户：微信号字母z***。')
})

test.each([
  // Up to the next word of Chinese, whatever stands between.
  ['威信号是zhou dada 77，连起来写', '威信号是z***，连起来写'],
  ['wx zhou dada 77', 'wx z***'],
  ['wechat id happy leo two zero one six, all lowercase', 'wechat id h***, all lowercase'],
  ['微信号 amy lau 下划线 hk 都是小写', '微信号 a*** 都是小写'],
  ['客户：微信hxl\n坐席：hxl\n客户：五二零七七零', '客户：微信h***\n坐席：****\n客户：***'],
  ['微信前半 zhouda，后半 da77', '微信前半 z***'],
  ['zhoudada77微信同号', 'z***微信同号'],
  ['微信昵称叫风吹麦浪', '微信昵称叫风***'],
  ['Q Q：5．0．2．8．1．9．3．7', 'Q Q：5***'],
  ['qq号客户说50281937', 'qq号客户说5***'],
  ['Q:50281937', 'Q:5***'],
  ['q 2839104476 空间能看到截图', 'q 2*** 空间能看到截图'],
  ['加q50281937', '加q5***'],
  ['微信昵称是清风徐来', '微信昵称是清***'],
])('%j becomes %j', (told, masked) => {
  expect(maskedByRules(told).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  'wechat is not working today',
  'my wechat: please add me',
  '微信 iphone 13 能用吗',
  '微信昵称错了',
  '微信名：没有',
  '微信群 abc 12 人',
  'SPF50 PA++++ vs SPF30, kid is 3',
  'Q3 2026 销量 12 万',
  // One letter is part of many a code.
  '单号Q20261129',
  '订单Q2026112901没到',
  '券号 Q8812345',
  '货号Q50281937',
  '型号 Q 1234567 缺货',
  'Q:20261129 问题',
  // What somebody is at a shop.
  '微信名是老客户，我知道',
  '抖音名：直播间，卖的',
  '淘宝昵称：乱码，要重填',
])('%s stays', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})

test.each(['微信a、b、c 三个版本', '微信字母大小写都行'])('%s stays', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})

test.each([
  [
    'Asked us to add Kitty_Zhao.LDN on WeChat for the group order',
    'Asked us to add K*** on WeChat for the group order',
  ],
  ['please add lin_mo88 on wechat', 'please add l*** on wechat'],
  ['w信：Amy2019_kk，客户要看实拍', 'w信：A***，客户要看实拍'],
  ['add items on wechat mini program', 'add items on wechat mini program'],
])('a name there is told in front of the word as well: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test('of a name that begins with a sign of two halves the whole sign stands', () => {
  expect(maskedByRules('微信号是𠮷wxid_abc123').text).toBe('微信号是𠮷***')
})
