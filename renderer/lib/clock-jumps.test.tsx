import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { useNow } from './now.ts'

afterEach(() => void vi.restoreAllMocks())

const HOUR_MS = 3_600_000

test('the present on screen follows a clock that was set, long before its next beat', async () => {
  const { result } = renderHook(() => [useNow(HOUR_MS), useNow(HOUR_MS)] as const)
  const before = result.current.map((now) => Date.parse(now))
  const realNow = Date.now
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + 5 * HOUR_MS)
  window.dispatchEvent(new Event('focus'))
  await waitFor(() => {
    for (const [index, now] of result.current.entries())
      expect(Date.parse(now)).toBeGreaterThanOrEqual((before[index] ?? 0) + 5 * HOUR_MS)
  }, patience)
})
