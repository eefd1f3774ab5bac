import { expect, test } from 'vitest'
import { voiceTitle } from './voice-title.ts'

test.each([
  ['喂，你好，那个，我的优惠券用不了。昨天还可以的。', '我的优惠券用不了'],
  ['嗯嗯，为什么满减券在结算页不见了？', '为什么满减券在结算页不见了？'],
  ['喂你好那个我想换大一号的纸尿裤', '我想换大一号的纸尿裤'],
  ['您好。请问，冰箱什么时候能送到！', '冰箱什么时候能送到！'],
  ['那个券说明写得看不懂；还有别的事', '券说明写得看不懂'],
  ['对吧？你们系统让我再申请？昨天也是', '对吧？你们系统让我再申请？'],
  ['真的。不退。你们看着办吧', '真的。不退'],
  ['是不是啊？我等了三天都没人管我', '是不是啊？我等了三天都没人管我'],
  ['怎么回事？昨天下的单今天才发', '怎么回事？昨天下的单今天才发'],
  ['行不行啊？给我换大一号', '行不行啊？给我换大一号'],
  ['气死我了！优惠券用不了', '气死我了！优惠券用不了'],
  ['你知道吗？你听得到吗？我买的奶粉漏了。三罐', '你知道吗？你听得到吗？我买的奶粉漏了'],
  ['怎么回事？！你们管不管啊！！我的单没发', '怎么回事？！你们管不管啊！！我的单没发'],
  ['听得到吗？', '听得到吗？'],
  ['你们这个优惠券为什么不能用啊？昨天还可以', '你们这个优惠券为什么不能用啊？'],
  ['Can you hear me? The parcel is empty. Help', 'Can you hear me? The parcel is empty'],
  ['Okay. Thanks. The parcel is empty. Help', 'The parcel is empty'],
  ['Really? The coupon is gone again. Help', 'Really? The coupon is gone again'],
  ['不退。', '不退'],
  ['Hello, hi, um, my coupon does not work. It did yesterday.', 'My coupon does not work'],
  ['Hello? Hello, yes, so the thing is my order never arrived. Help', 'My order never arrived'],
  ['啊？什么？你说什么？听不清。我问的是发票，发票抬头开错了', '我问的是发票，发票抬头开错了'],
  ['你说什么？', '你说什么？'],
  ['我问你个事啊。优惠券用不了', '优惠券用不了'],
  ['麻烦你帮我看一下。快递三天没动', '快递三天没动'],
  ['不好意思啊，我先说一下情况。冰箱门关不严', '冰箱门关不严'],
  ['好的好的，那我说了。奶粉漏了', '奶粉漏了'],
  ['对，对，没错。三天没人回', '三天没人回'],
  ['谢谢，谢谢啊。还有一个，发票抬头错了', '还有一个，发票抬头错了'],
  ['那个谁，上次那个师傅没来', '上次那个师傅没来'],
  ['Yeah, yeah. Right. The box was open', 'The box was open'],
  ['Hi there. How are you? My order never came. Help', 'My order never came'],
  ['谢谢，谢谢啊', '谢谢，谢谢啊'],
  ['不是我的订单', '不是我的订单'],
  ['行李箱轮子坏了', '行李箱轮子坏了'],
  ['听不清，声音太小了', '听不清，声音太小了'],
  ['嗯嗯对对对，就是这个型号，可是到货不是这个颜色', '就是这个型号，可是到货不是这个颜色'],
  ['对方不退', '对方不退'],
  ['第一，送货晚了；第二，师傅态度差', '送货晚了'],
  ['第一次买就坏了', '第一次买就坏了'],
  ['Version 2.5 of the app crashes. Help', 'Version 2.5 of the app crashes'],
  ['  多行\n第二行', '多行'],
  ['喂，你好。嗯……', ''],
  ['', ''],
  ['券  用\t不了', '券 用 不了'],
])('%j → %j', (text, title) => {
  expect(voiceTitle(text)).toBe(title)
})

test.each([
  '想嗯一下的',
  '他说您好，再见',
  '你好像发错货了',
  '喂猫的粮漏了',
  '额度不够',
  '啊里面是空的',
  'history is empty',
  'Source of the fault',
])('«%s» begins with no filler', (text) => {
  expect(voiceTitle(text)).toBe(text)
})

test('forty Chinese characters stay, one more is cut with …', () => {
  expect(voiceTitle('送'.repeat(40))).toBe('送'.repeat(40))
  expect(voiceTitle('送'.repeat(41))).toBe(`${'送'.repeat(39)}…`)
})

test('eighty Latin characters stay; a longer sentence is cut between words', () => {
  expect(voiceTitle('a'.repeat(80))).toHaveLength(80)
  expect(voiceTitle('a'.repeat(81))).toBe(`${'a'.repeat(78)}…`)
  const title = voiceTitle('The courier left the washing machine at the gate and nobody called me about it before that')
  expect(title).toBe('The courier left the washing machine at the gate and nobody called me about…')
})

test('a family, a flag or a rare character is kept whole or left out', () => {
  for (const sign of ['👨‍👩‍👧', '🇨🇳', '𠮷', 'é']) {
    for (let before = 60; before <= 82; before++) {
      const title = voiceTitle('x'.repeat(before) + sign.repeat(12))
      expect(title.isWellFormed()).toBe(true)
      expect(title.replaceAll(sign, '').replace('…', '')).toMatch(/^x*$/)
    }
  }
})

test('a heap of combining marks does not get in', () => {
  expect(voiceTitle(`券e${'\u0301'.repeat(5000)}用不了`)).toBe('券用不了')
})

test('a blank up to fifteen characters before the cut ends the title, one farther away does not', () => {
  expect(voiceTitle(`${'a'.repeat(63)} ${'b'.repeat(20)}`)).toBe(`${'a'.repeat(63)}…`)
  expect(voiceTitle(`${'a'.repeat(62)} ${'b'.repeat(20)}`)).toBe(`${'a'.repeat(62)} ${'b'.repeat(15)}…`)
})

test('a letter with 31 marks is a character, one mark more is none', () => {
  const marked = (marks: number) => `e${'\u0301'.repeat(marks)}`
  expect(voiceTitle(`a${marked(31)}b`)).toBe(`a${marked(31)}b`)
  expect(voiceTitle(`a${marked(32)}b`)).toBe('ab')
})

test('a Latin letter stays narrow, whatever mark it bears', () => {
  const marked = 'a\u3099'.repeat(80)
  expect(voiceTitle(marked)).toBe(marked)
})
