import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { someParts } from '../../../test/builders/parts.ts'
import { sealCopies } from './sealed-copies.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('secrets that are over are looked for in copies a while after the start and once a day, and not while somebody listens', async () => {
  const { parts, close } = someParts()
  const asked: (string | null)[] = []
  let marked: string | null = null
  let keysBefore: string | null = '2026-09-11'
  const copies = sealCopies({
    file: { db: () => parts.db, path: parts.databasePath },
    shelf: {
      names: () => ['earshot_2026-09-10_010000Z.db'],
      settled: async () => {},
      sealedFor: () => marked,
      markSealed: (what) => {
        marked = what
      },
      seal: async (letGo) => {
        asked.push(letGo.keysBefore)
        return 'nothing'
      },
    },
    clock: { goesOn: true },
    log: parts.log,
    keysBefore: () => keysBefore,
    told: () => {},
  })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(asked).toEqual(['2026-09-11'])
  await vi.advanceTimersByTimeAsync(3 * HOUR_MS)
  expect(asked).toEqual(['2026-09-11'])
  keysBefore = null
  await vi.advanceTimersByTimeAsync(2 * HOUR_MS)
  expect(asked).toEqual(['2026-09-11'])
  keysBefore = '2026-09-12'
  await vi.advanceTimersByTimeAsync(HOUR_MS)
  expect(asked).toEqual(['2026-09-11', '2026-09-12'])
  copies.stop()
  keysBefore = '2026-09-13'
  await vi.advanceTimersByTimeAsync(HOUR_MS)
  expect(asked).toHaveLength(2)
  close()
})
