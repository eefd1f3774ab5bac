import { expect, test } from 'vitest'
import { sharedReading } from './shared-reading.ts'

const place = ['history', '6@7', '7', '', '']
const lot = (name: string) => ({ cursor: name, isAnew: true, hasMore: true, rows: [], gone: [] })

test('who comes at about the same moment is told what was read for the first; what changed is read once in each state of the database', async () => {
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
  const asking = async (cursor: string | null, state: string) => (await reading.read(cursor, state)).cursor
  const told = await Promise.all(
    [null, null, next, null, next, changed, changed].map((cursor, at) => asking(cursor, at < 3 ? 'before' : 'after')),
  )
  expect(told).toEqual(['1', '1', '2', '1', '2', '3', '3'])
  expect(await asking(changed, 'later')).toBe('4')
  nowMs = 1_000
  expect([await asking(changed, 'later'), await asking(null, 'later')]).toEqual(['5', '1'])
  nowMs = 20_000
  expect(await asking(null, 'later')).toBe('6')
  expect(asked).toEqual([null, next, changed, changed, changed, null])
})

test('what could not be read is read anew', async () => {
  let isAway = true
  const reading = sharedReading(async () => {
    if (isAway) throw new Error('away')
    return lot('1')
  })
  await expect(reading.read(null, 'now')).rejects.toThrow('away')
  isAway = false
  expect((await reading.read(null, 'now')).cursor).toBe('1')
})

test('once the database went back to before where everything was begun, nobody is told what was read until then', async () => {
  let times = 0
  const reading = sharedReading(async () => {
    times += 1
    return lot(`${times}`)
  })
  expect([reading.began(), (await reading.read(null, 'now')).cursor, reading.began()]).toEqual([null, '1', '1'])
  reading.beginAnew()
  expect([reading.began(), (await reading.read(null, 'now')).cursor, reading.began()]).toEqual([null, '2', '2'])
})
