import { expect, test } from 'vitest'
import { timeOfDay } from './formats.ts'
import { heardPlace } from './heard-place.ts'

const house = { language: 'zh', timeZone: 'Asia/Shanghai' } as const
const at = '2026-10-01T01:00:00.000Z'

test('which clock it is, is said where it is another than the house’s', () => {
  expect(heardPlace(house, at, 'America/Los_Angeles')).toEqual({
    ...{ there: { language: 'zh', timeZone: 'America/Los_Angeles' }, clock: ' (UTC−7)' },
  })
  for (const zone of ['Asia/Shanghai', 'Asia/Singapore'])
    expect(heardPlace(house, at, zone)).toEqual({ there: { ...house, timeZone: zone }, clock: '' })
  expect(heardPlace(house, at, undefined)).toEqual({ there: house, clock: '' })
})

test('in an hour that comes twice there, the clock is said once', () => {
  const twice = '2026-11-01T09:30:00.000Z'
  const { there, clock } = heardPlace(house, twice, 'America/Los_Angeles')
  expect(timeOfDay(twice, there) + clock).toBe('01:30 (UTC−8)')
})
