import { expect, test } from 'vitest'
import { isNestedTooDeep } from './nesting.ts'

const nested = (levels: number): unknown => (levels === 0 ? 'x' : { held: nested(levels - 1) })

test('nested sixty levels is not too deep, nested a hundred is', () => {
  expect([isNestedTooDeep(nested(60)), isNestedTooDeep(nested(100))]).toEqual([false, true])
})

test('one thing held in two places at each level is looked at once', () => {
  let looked = 0
  let inner: object = {}
  for (let level = 0; level < 18; level += 1) {
    const held = inner
    inner = new Proxy(
      { one: held, other: held },
      {
        ownKeys: (target) => {
          looked += 1
          return Reflect.ownKeys(target)
        },
      },
    )
  }
  expect(isNestedTooDeep(inner)).toBe(false)
  expect(looked).toBe(18)
})
