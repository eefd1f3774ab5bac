import { expect, test } from 'vitest'
import written from '../../../resources/life-channel/plain-cries.json' with { type: 'json' }
import { DangerKind } from '../../contract/life-channel/danger.ts'
import { hearDanger } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

test('there are plain cries of every kind of danger, in both languages, and each is heard', async () => {
  const ear = await openEar()
  expect(Object.keys(written.cries).toSorted()).toEqual(DangerKind.options.toSorted())
  for (const cries of Object.values(written.cries)) {
    expect(cries.some((cry) => /\p{Script=Han}/u.test(cry))).toBe(true)
    expect(cries.some((cry) => /^[a-z]/iu.test(cry))).toBe(true)
    expect(cries.filter((text) => hearDanger([{ text, speaker: 'unknown' }], ear) === null)).toEqual([])
  }
})
