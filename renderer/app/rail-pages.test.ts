import { expect, test } from 'vitest'
import { railPageOf } from './rail-pages.ts'

test('a page within another lights the place in the rail that a person came from', () => {
  const lit = ['/review/1', '/sessions/1', '/listen/1', '/tickets/1', '/first-run'].map(
    (path) => railPageOf(path)?.name,
  )
  expect(lit).toEqual(['sessions', 'sessions', 'listen', 'tickets', undefined])
})
