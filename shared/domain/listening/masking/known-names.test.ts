import { describe, expect, test } from 'vitest'
import { draftBehind, draftWithout } from '../drafts/draft-on-disk.ts'
import { maskKnown, starKnown, withoutName } from './known-names.ts'
import { maskAndHear } from './mask-text.ts'

const told = (text: string) => maskAndHear(text).names

describe('a name once told is known', () => {
  test('as it was told', () => {
    expect(told('我叫樊秋实，电话 13812345678')).toEqual(['樊秋实'])
    expect(told('收件人：欧阳明月')).toEqual(['欧阳明月'])
    expect(told('my name is Jon Farrow')).toEqual(['Jon Farrow'])
    expect(told('订单 123 还没到，客户很着急')).toEqual([])
  })

  test.each([
    ['樊秋实说要退货', '樊*说要退货'],
    ['秋实又打来了', '樊*又打来了'],
    ['坐席答应秋实明天回', '坐席答应樊*明天回'],
    ['春华秋实牌的米', '春华秋实牌的米'],
    ['等秋实', '等樊*'],
    ['李秋实是他弟弟', '李*是他弟弟'],
    ['樊先生还在等', '樊先生还在等'],
    ['果实和秋天', '果实和秋天'],
  ])('%s', (text, hidden) => expect(maskKnown(text, ['樊秋实'])).toBe(hidden))

  test.each([
    ['Farrow rang again', 'F* rang again'],
    ["Jon's parcel, Mr Farrow's", "J*'s parcel, Mr F*'s"],
    ['MRS FARROW is waiting', 'MRS F* is waiting'],
    ['a jonquil, farrowing', 'a jonquil, farrowing'],
    ['jon wants it back', 'J* wants it back'],
    ['jon@x.com', 'jon@x.com'],
    ['Jon还在等Farrow', 'J*还在等F*'],
  ])('%s', (text, hidden) => expect(maskKnown(text, ['Jon Farrow'])).toBe(hidden))

  test('what is a word as well only where somebody is meant', () => {
    expect(maskKnown('Brown boots for Mr Brown, and Brown paid', ['Tessa Brown'])).toBe(
      'Brown boots for Mr B*, and B* paid',
    )
    expect(maskKnown('建设路的王建设', ['王建设'])).toBe('建设路的王*')
    expect(maskKnown('高兴', ['高兴'])).toBe('高兴')
  })

  test.each([
    ['王明明', '你们明明答应了'],
    ['张天天', '天天催'],
    ['李建成', '房子建成了'],
    ['李新建', '新建了一个订单'],
    ['王高峰', '早高峰堵车'],
    ['刘小雨', '今天小雨'],
    ['李小龙', '买了小龙虾'],
    ['王小天', '小天鹅洗衣机'],
    ['李家乐', '家乐福的券'],
    ['钱多多', '拼多多上买的'],
    ['李德邦', '德邦说明天送'],
    ['Jane Black', 'ordered in Black Friday week'],
    ['Ann Day', 'back on Boxing Day'],
    ['Amy Best', 'bought at Best Buy'],
    ['Jon Farrow', 'a tin of Farrow & Ball'],
  ])('%s: %s', (name, text) => expect(maskKnown(text, [name])).toBe(text))

  test('the parts of a double name, and none of its particles', () => {
    expect(maskKnown('Smythe called, Jones too, van outside', ['Ada Smythe-Jones van Houten'])).toBe(
      'S* called, J* too, van outside',
    )
  })

  test('masking again changes nothing', () => {
    for (const text of ['樊秋实说秋实', 'Jon Farrow said Jon']) {
      const once = maskKnown(text, ['樊秋实', 'Jon Farrow'])
      expect(maskKnown(once, ['樊秋实', 'Jon Farrow'])).toBe(once)
    }
  })

  test('it is forgotten by any of its forms', () => {
    expect(withoutName(['樊秋实', '王芳'], '秋实')).toEqual(['王芳'])
    expect(withoutName(['Jon Farrow'], 'Farrow')).toEqual([])
  })
})

describe('in a draft', () => {
  const typed = (text: string, caret = text.length) => starKnown(text, ['樊秋实', 'Jon Farrow'], caret)

  test('a star for each sign, and what has begun at the caret', () => {
    expect(typed('樊秋实说')).toBe('樊**说')
    expect(typed('樊秋')).toBe('樊*')
    expect(typed('樊')).toBe('樊')
    expect(typed('秋实说')).toBe('**说')
    expect(typed('spoke to Far')).toBe('spoke to F**')
    expect(typed('how far')).toBe('how far')
    expect(typed('spoke to Farrow again')).toBe('spoke to F***** again')
  })

  test('key by key no more of it is stored than its mask leaves', () => {
    const text = '后来樊秋实又说 Jon Farrow 不知道'
    for (let length = 0; length <= text.length; length++) {
      const stored = starKnown(text.slice(0, length), ['樊秋实', 'Jon Farrow'], length)
      expect(stored).toHaveLength(length)
      expect(stored).not.toMatch(/樊秋|秋实|Farr|Jon/u)
    }
  })
})

test('what a draft hides by itself it hides with names as well, key by key', () => {
  for (const [name, text] of [
    ['Jon Farrow', 'lives at 12 Farrow Road, SW1A 2AA'],
    ['Jon Farrow', 'password: jon-88x'],
    ['Jon Farrow', 'wechat: jon-88'],
    ['张建国', '住建国路88号院3号楼502'],
    ['樊秋实', '寄到秋实路12号3单元'],
  ] as const)
    for (let length = 1; length <= text.length; length++) {
      const alone = draftBehind('', text.slice(0, length), length)
      const stored = draftWithout([name], alone)
      expect(stored.text, text.slice(0, length)).toHaveLength(alone.text.length)
      for (const [place, sign] of [...alone.text].entries())
        if (sign === '*') expect(stored.text.charAt(place)).toBe('*')
    }
})

test('a name whose family is written with a sign of two halves is known again', () => {
  expect(maskKnown('𠮷明说过', ['𠮷明'])).toBe('𠮷*说过')
})
