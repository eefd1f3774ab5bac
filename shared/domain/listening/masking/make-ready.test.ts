import { expect, test } from 'vitest'
import { masksMadeReady } from './make-ready.ts'

test('the masks are made ready in many pieces, between which other work goes', () => {
  expect([...masksMadeReady()].length).toBeGreaterThan(100)
})
