import { describe, expect, test } from 'vitest'
import { addressBeingTyped } from './address-being-typed.ts'

/** `|` is the caret; without one it stands at the end. What is hidden shows as stars. */
function shown(typed: string): string {
  const text = typed.replace('|', '')
  const hidden = addressBeingTyped(text, typed.includes('|') ? typed.indexOf('|') : text.length)
  if (hidden === null) return text
  return text.slice(0, hidden.start) + '*'.repeat(hidden.end - hidden.start) + text.slice(hidden.end)
}

describe('what may become an address keeps its first character', () => {
  test.each([
    ['发到li', '发到l*'],
    ['wang|min', 'w******'],
    ['|wangmin', 'w******'],
    ['wangmin@', 'w******@'],
    ['please ask wangmin|@', 'please ask w******@'],
    ['a@b.com，发到wangmin@', 'a@b.com，发到w******@'],
    ['qq wangmin', 'qq w******'],
    ['iPhone 很贵，发到wangmin', 'iPhone 很贵，发到w******'],
    ['ask zhang.san', 'ask z********'],
    ['发到wang256gb', '发到w********'],
    ['发到12mao', '发到1****'],
    ['发到ab12x', '发到a****'],
    ['发到12xu', '发到1***'],
    ['发到wang |@，谢谢', '发到w*** @，谢谢'],
    ['发到wang|  @，谢谢', '发到w***  @，谢谢'],
    ['发到wangmin艾', '发到w******艾'],
    ['发到wangmin艾特qq', '发到w******艾特qq'],
    ['发到wangmin(', '发到w******('],
    ['wangmin@qq，', 'w******@qq，'],
    ['wangmin小老', 'w******小老'],
    ['wangmin(@', 'w******(@'],
    ['wangmin@[127', 'w******@[127'],
    ['发到wangmin(a', '发到w******(a'],
    ['发到wangmin[at', '发到w******[at'],
    ['发到wangmin（at）qq', '发到w******（at）qq'],
    ['打开apple', '打开a****'],
    ['发到wangapp', '发到w******'],
    ['发到zhang|，@王敏', '发到z****，@王敏'],
    // As goods begin, and as they are called in front of an @.
    ['发到iphone15@', '发到i*******@'],
    ['邮箱是iphone15', '邮箱是i*******'],
    ['发到iphone15wang', '发到i***********'],
    ['发到mate1986', '发到m*******'],
    ['发到nova88', '发到n*****'],
  ])('%s → %s', (typed, expected) => {
    expect(shown(typed)).toBe(expected)
  })
})

test('a domain has 255 characters at most; what is longer is a word of its own', () => {
  const typed = (length: number) => `wangmin@${'q'.repeat(length)}`
  expect(addressBeingTyped(typed(255), typed(255).length)).toEqual({ start: 1, end: 7 })
  expect(addressBeingTyped(typed(256), typed(256).length)).toEqual({ start: 9, end: 264 })
})

describe('what is a word like any other stays', () => {
  test.each([
    '买的iPhone',
    '买的airPods',
    '发到a',
    'It was late.',
    'It has 256GB.',
    'Her mail was about delivery',
    'wangmin@qq，谢',
    '|@王敏 请看',
    '他说 |@王敏 请看',
    '打不开app',
    '连的是wifi',
    '买的iphone',
    '买的iPhone15',
    '买的iphone16promax',
    '换成Mate60',
    '升到iOS17.4',
    '显卡是RTX4090',
    '接口是usb3.0',
    '换大一号 2XL',
    '用A4',
    '连着wifi6',
    '买的macbook',
  ])('%s', (typed) => {
    expect(shown(typed)).toBe(typed.replace('|', ''))
  })
})
