import { expect, test } from 'vitest'
import { type Readings, soundsLike } from './name-sounds.ts'

const readings: Readings = new Map([
  ['陈', ['chen']],
  ['思', ['si']],
  ['远', ['yuan']],
  ['曾', ['ceng', 'zeng']],
  ['吕', ['lv', 'lu']],
])

test.each([
  ['陈思远', 'csy', '陈思远'],
  ['陈思远', 'CSY', '陈思远'],
  ['陈思远', 'chsy', '陈思远'],
  ['陈思远', 'chensiyuan', '陈思远'],
  ['陈思远', 'chen siy', '陈思远'],
  ['陈思远', 'chensy', '陈思远'],
  ['陈思远', 'siyuan', '思远'],
  ['陈思远', 'sy', '思远'],
  ['陈思远', 'che', '陈'],
  ['陈思远', 'cs', '陈思'],
  ['曾思', 'zs', '曾思'],
  ['曾思', 'cengsi', '曾思'],
  ['吕思', 'lüs', '吕思'],
  ['Anna陈', 'chen', '陈'],
  ['陈Anna', 'chenan', '陈An'],
])('%s is meant by «%s»: %s', (name, typed, wanted) => {
  const found = soundsLike(name, typed, readings)
  expect(found === null ? null : name.slice(found.from, found.to)).toBe(wanted)
})

test.each([
  ['陈思远', 'csx'],
  ['陈思远', 'cy'],
  ['陈思远', 'yuanx'],
  ['陈思远', '陈'],
  ['陈思远', ''],
  ['陈思远', 'c1'],
  ['Anna', 'anna'],
])('%s is not meant by «%s»', (name, typed) => {
  expect(soundsLike(name, typed, readings)).toBeNull()
})
