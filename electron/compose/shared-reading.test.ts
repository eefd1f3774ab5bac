import { expect, test } from 'vitest'
import { sharedReading } from './shared-reading.ts'

const place = ['history', '7', '', '']
const lot = (name: string) => ({ cursor: name, isAnew: true, hasMore: true, rows: [], gone: [] })

test('who comes at about the same moment is told what was read for the first; what only changed is read for each', async () => {
  let nowMs = 0
  const asked: (string | null)[] = []
  const reading = sharedReading(
    async (cursor) => {
      asked.push(cursor)
      return lot(`${asked.length}`)
    },
    () => nowMs,
  )
  const next = JSON.stringify([...place, 'person', 'b'])
  const changed = JSON.stringify(place)
  const cursors = [null, null, next, null, next, changed, changed]
  const told = await Promise.all(cursors.map(async (cursor) => (await reading(cursor)).cursor))
  expect(told).toEqual(['1', '1', '2', '1', '2', '3', '4'])
  nowMs = 20_000
  expect((await reading(null)).cursor).toBe('5')
  expect(asked).toEqual([null, next, changed, changed, null])
})

test('what could not be read is read anew', async () => {
  let isAway = true
  const reading = sharedReading(async () => {
    if (isAway) throw new Error('away')
    return lot('1')
  })
  await expect(reading(null)).rejects.toThrow('away')
  isAway = false
  expect((await reading(null)).cursor).toBe('1')
})
