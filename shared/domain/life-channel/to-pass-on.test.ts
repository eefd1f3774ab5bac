import { expect, test } from 'vitest'
import { toPassOn } from './to-pass-on.ts'

test('what a crisis team calls back and where it sends somebody is taken out of what was typed as it is', () => {
  expect(toPassOn('我不想活了，我住在人民路 12 号 3 楼, 电话 13900008817')).toEqual({
    callbacks: ['13900008817'],
    addresses: ['人民路 12 号 3 楼'],
  })
  expect(toPassOn('北京市朝阳区建国路88号院3号楼1202，电话一三九零零零零八八一七')).toEqual({
    callbacks: ['一三九零零零零八八一七'],
    addresses: ['北京市朝阳区建国路88号院3号楼1202'],
  })
  expect(toPassOn('座机010-88886666，打我妈妈电话138 1234 5678')).toEqual({
    callbacks: ['010-88886666', '138 1234 5678'],
    addresses: [],
  })
  expect(toPassOn('I took the pills. flat 3, 14 Beech Road, Leeds LS6 2AB, call me on 07700 900123')).toEqual({
    callbacks: ['07700 900123'],
    addresses: ['flat 3, 14 Beech Road, Leeds LS6 2AB'],
  })
})

test('an address is told with its city and district, and without the cry before it', () => {
  const addressIn = (text: string) => toPassOn(text).addresses
  expect(addressIn('我把药都吃了我住在人民路12号')).toEqual(['人民路12号'])
  expect(addressIn('地址广东省深圳市南山区科技园南路5号')).toEqual(['广东省深圳市南山区科技园南路5号'])
  expect(addressIn('我要跳了北京市朝阳区建国路88号')[0]).toContain('北京市朝阳区建国路88号')
})

test('each is told once, and nothing where the masks hide nothing', () => {
  expect(toPassOn('电话 13900008817\n我说过了 13900008817')).toEqual({ callbacks: ['13900008817'], addresses: [] })
  expect(toPassOn('这鞋 399 元，2026-11-30 买的')).toEqual({ callbacks: [], addresses: [] })
})

test.each([
  ['她说住人民路 12 号 3 楼', '人民路 12 号 3 楼'],
  ['我住海淀区中关村大街1号', '海淀区中关村大街1号'],
  ['地址：住建路 12 号 3 楼', '住建路 12 号 3 楼'],
])('an address is told without who lives there: %s', (text, address) => {
  expect(toPassOn(text).addresses).toEqual([address])
})
