import { expect, test } from 'vitest'
import { contract } from '../../shared/contract/contract.ts'
import type { Entry } from '../../shared/contract/entry.ts'
import { everyone } from '../../shared/contract/who.ts'
import { guardedCalls } from './may.ts'

test('what a window offers to a role is what the contract lets it ask', () => {
  const guarded = Object.entries(contract).flatMap(([feature, entries]) =>
    Object.entries(entries as Record<string, Entry>)
      .filter(([, { who }]) => who.length < everyone.length)
      .map(([name, { who }]) => [`${feature}.${name}`, who] as const),
  )
  // Which desks there are is a part of the settings that only coordinators see; the work on files, and what a desk brings along, no window asks for.
  const asked = guarded.filter(([call]) => !/^(desks|deskExports|arrivals)\./.test(call))
  expect(Object.fromEntries(asked)).toEqual(guardedCalls)
})
