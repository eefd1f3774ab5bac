import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'
import { maskText } from './mask-text.ts'

test.each([
  ['你要的那六位:⑦⓪②⑤⑨③', '你要的那六位:******'],
  ['您收到的六位数是209384吧?', '您收到的六位数是******吧?'],
  ['短信里那个数是八四零三,然后呢', '短信里那个数是******,然后呢'],
  ['收到了 58 20 37 是这个吧', '收到了 ****** 是这个吧'],
  ['收到了收到了,六五,一三', '收到了收到了,******'],
  ['又来一条,这次是幺九三零,前面那个不算了', '又来一条,这次是******,前面那个不算了'],
  ['先生您不用报给我的\n哦我已经念了啊,六幺,九零,二七', '先生您不用报给我的\n哦我已经念了啊,******'],
  ['重发了三次,分别6027、1184、9350,都提示错误', '重发了三次,分别******、******、******,都提示错误'],
  ['保险柜初始753159忘改了', '保险柜初始******忘改了'],
  ["Gate's double nine three oh then hash", "Gate's ****** then hash"],
  ['他让我念六位数，我念了四八二九一三', '他让我念六位数，我念了******'],
  ['骗子让我把收到的六位数念给他，我念了739201', '骗子让我把收到的六位数念给他，我念了******'],
  ['the text said 482913', 'the text said ******'],
  ['the message just said it was four eight two nine one three', 'the message just said it was ******'],
  ['the text said four oh two two seven and I never asked for it', 'the text said ****** and I never asked for it'],
  ['text came up, it says six three double two, is that it', 'text came up, it says ******, is that it'],
  ['the text said G-518602 but your page wants 8 digits', 'the text said ****** but your page wants 8 digits'],
  ['短信里的码是 730 158', '短信里的码是 ******'],
  ['刚收到短信说8853，是不是报给你？', '刚收到短信说******，是不是报给你？'],
  ['他让我把六位数139402念给他', '他让我把六位数******念给他'],
  ['我报数字你记啊，七，三，七，零，四位的', '我报数字你记啊，******，四位的'],
  ['你念的是零四六幺三九对吗？', '你念的是******对吗？'],
  ['对方让我把573802告诉他，我就说了', '对方让我把******告诉他，我就说了'],
  ['坐席：验证码请告诉我\n客户：六七一九零二', '坐席：验证码请告诉我\n客户：******'],
  ["Agent: what's the code\nCaller: six seven one nine oh two", "Agent: what's the code\nCaller: ******"],
  ['那个骗子让我念五七三八零二', '那个骗子让我念******'],
  ['刚收到短信0358四位的，是这个吗', '刚收到短信******四位的，是这个吗'],
  ['it says four four seven one, just four digits', 'it says ******, just four digits'],
])('a code without a word for one: %s', (line, masked) => {
  expect(maskText(line).text).toBe(masked)
})

test.each([
  '收到了 3 件，少 2 件',
  'the text said 2024 and I was confused',
  'the message says 1500 points, is that right',
  '短信说8999，是不是降价了',
  'The blender is $89.99, with the code it drops to $71.99',
  'the text said 10-12 but nobody came',
  'message says 1299, is that right',
  '六位数123456填密码框',
  '看演出268/298/358三档',
  '收到了 2026 年的挂历',
  '这次是 3999，上次是 4599',
  '又来一条短信，说满 3000 减 400',
  '密码锁默认 0000，让他自己改',
  '看了下，是 1280，对吧',
  '发了三次货，分别 3000 件、4000 件，都对',
  'the gate is 1200 mm wide',
])('a number of nobody: %s', (line) => {
  expect(maskText(line).text).toBe(line)
})

test.each([
  ['code he read out 55190', 'code he read out ******'],
  ['code from the text 882 016', 'code from the text ******'],
  ['got it, G-492071, is that the one', 'got it, ******, is that the one'],
  ['security code from the app KD48-91', 'security code from the app ******'],
  ['念给你啊，三八八，六幺七', '念给你啊，******'],
  ['我念一下，七零四，二二九', '我念一下，******'],
  ['你记一下，五幺八，九零三', '你记一下，******'],
  ['它发过来是九零四幺，四位的对吧', '它发过来是******，四位的对吧'],
  ['收到了，五六零九，四位', '收到了，******，四位'],
  ['okay five five one nine oh, did that work', 'okay ******, did that work'],
  ["so that's seven seven oh three, is it working now", "so that's ******, is it working now"],
  [
    'Login code never matched, she had typed 880315 into the phone field',
    'Login code never matched, she had typed ****** into the phone field',
  ],
  ['六位数字，哦，三幺八零四四，谢谢', '六位数字，哦，******，谢谢'],
  ['six digit code, double five, three oh, nine nine, got it', 'six digit code, ******, got it'],
  ['sent locker code K4P 77, locker jammed', 'sent locker code ******, locker jammed'],
])('whoever reads a code out says so in many ways: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  'ok 1200, is that right for the delivery fee',
  'right, 4500, does it go on the card',
  "it's 2026, is that right",
  '我报一下尺寸，120，190',
  'right 2030, does that work for you',
  'yeah 120000, does that help',
  'right, 360000, is that right?',
  '收到了，2500，四位数',
  '写的是 1200，四位数的价',
  '发过来 1000，对吧',
  '发来的 5000，对吗',
  '收到了300，对吗',
  '显示的是1299，对吧',
  'code read error 0x80070005',
  'promo code they gave 20OFF',
  'the text said 12 March',
  'the message said £482,913',
  '念六位数的是客服，我念了两遍',
])('sums, years and errors are no codes: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
