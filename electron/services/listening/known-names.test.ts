import { expect, test } from 'vitest'
import { MOST_NAMES } from '../../../shared/domain/listening/masking/known-names.ts'
import { makeKnownNames } from './known-names.ts'

const called = (count: number) => Array.from({ length: count }, (_, index) => `name ${index}`)

test('of more names than are kept those go of whom nothing was told for longest', () => {
  const names = makeKnownNames({ engine: { read: () => Promise.resolve(null) } } as never)
  names.learn('call', ['樊秋实'])
  names.learn('call', called(MOST_NAMES - 1))
  names.learn('call', ['樊秋实'])
  names.learn('call', ['郎燕飞'])
  expect(names.of('call')).toContain('樊秋实')
  expect(names.of('call')).not.toContain('name 0')
  expect(names.of('call')).toHaveLength(MOST_NAMES)
})
