import { expect, test } from 'vitest'
import { openEar } from './open-ear.ts'
import { tokensOf } from './tokens.ts'

const ear = await openEar()
const read = (text: string) => tokensOf(text, ear.foldings).map((token) => token.text)

test.each([
  ['bu想活惹', '不想活惹'],
  ['bu xiang活了', '不想活了'],
  ['我想自sha了', '我想自杀了'],
  ['自-s很久了', '自杀很久了'],
  ['今晚烧tan', '今晚烧炭'],
  ['安mian药都吃了', '安眠药都吃了'],
])('a sign that is hidden behind its sound is read beside what it belongs to: %s', (spelled, meant) => {
  expect(read(spelled)).toEqual(read(meant))
})

test('a word of another writing ends where a Chinese sign stands, and its sound alone says nothing', () => {
  expect(read('说app打不开')).toEqual(['说', 'app', '打', '不', '开'])
  expect(read('BU经理，si人订制，S码')).toEqual(['bu', '经', '理', '，', 'si', '人', '订', '制', '，', 's', '码'])
})
