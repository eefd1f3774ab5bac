import { expect, test } from 'vitest'
import type { Readings } from './name-sounds.ts'
import { meaningOf, meantOf, namedBy } from './named-things.ts'

const readings: Readings = new Map([
  ['陈', ['chen']],
  ['思', ['si']],
  ['远', ['yuan']],
  ['王', ['wang']],
  ['伟', ['wei']],
  ['明', ['ming']],
  ['小', ['xiao']],
])
const people = [
  namedBy('王伟明', '家电部', '80012'),
  namedBy('小王伟', '家电部', 'ww7'),
  namedBy('王伟', '服饰部', '80013', 'wei@example.com'),
  namedBy('陈思远', '物流部', '80014'),
  namedBy('Anna Lee', '家电部'),
]
const found = (typed: string) => meantOf(people, (person) => person, typed, readings).map(({ name }) => name)

test('the name itself, then names that begin with it, that hold it, that sound like it, then the rest', () => {
  expect(found('王伟')).toEqual(['王伟', '王伟明', '小王伟'])
  expect(found('ww')).toEqual(['王伟明', '小王伟', '王伟'])
  expect(found('csy')).toEqual(['陈思远'])
  expect(found('chen si yuan')).toEqual(['陈思远'])
})

test('words in any order, of name, sound, department, number and e-mail, in any width and case', () => {
  expect(found('家电 王伟')).toEqual(['王伟明', '小王伟'])
  expect(found('wang 服饰')).toEqual(['王伟'])
  expect(found('csy 家电')).toEqual([])
  expect(found('ＡＮＮＡ')).toEqual(['Anna Lee'])
  expect(found('wei@EXAMPLE')).toEqual(['王伟'])
})

test('nothing typed is nobody in particular: everything in its order; words run over no border', () => {
  expect(meaningOf(' ', readings)).toBeNull()
  expect(found(' ')).toEqual(people.map(({ name }) => name))
  expect(found('伟明家')).toEqual([])
})

test('only who is meant by the name is meant in what they booked and heard', () => {
  const meaningFor = meaningOf('思远', readings)
  expect(people.map((person) => meaningFor?.(person)?.isByName ?? null)).toEqual([null, null, null, true, null])
  const sounds = meaningOf('siyuan', readings)
  expect(sounds?.(namedBy('陈思远'))).toMatchObject({ isByName: true, nameRange: { from: 1, to: 3 } })
  const department = meaningOf('物流', readings)
  expect(department?.(namedBy('陈思远', '物流部'))).toMatchObject({ isByName: false, nameRange: null })
})
