import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { queryClient } from './query-client.ts'
import { useTurnsByClock } from './turns-by-clock.ts'

afterEach(() => void vi.restoreAllMocks())

test('it is asked again once the moment is past, also where the screen is drawn anew just then, and only once for it', async () => {
  const asked = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue()
  const moment = new Date(Date.now() + 200).toISOString()
  const { rerender } = renderHook(() => useTurnsByClock([moment], ['bookings', 'swaps']))
  await waitFor(
    () => {
      rerender()
      expect(asked).toHaveBeenCalledWith({ queryKey: ['bookings', 'swaps'] })
    },
    { ...patience, interval: 20 },
  )
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(moment))
  rerender()
  expect(asked).toHaveBeenCalledTimes(1)
})
