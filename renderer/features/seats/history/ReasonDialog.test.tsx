import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aBookingOf, aRoom } from '../../../../test/builders/board.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { theRooms } from '../../../lib/common-queries.ts'
import { startTexts } from '../../../lib/i18n.ts'
import { hearKeys } from '../../../lib/key-registry.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { askReason } from './asked-reason.ts'
import { ReasonDialog } from './ReasonDialog.tsx'

startTexts('zh')
let stop: () => void
beforeEach(() => {
  stop = hearKeys()
})
afterEach(() => stop())

test.each(['{Enter}', '{Control>}{Enter}{/Control}'])(
  '%s gives the reason, and asks for one where there is none',
  async (keys) => {
    const answer = askReason(aBookingOf(), 'move')
    render(<ReasonDialog />, { wrapper: MantineProvider })
    const user = userEvent.setup()
    await user.keyboard(keys)
    expect(screen.getByText('写一句原因，或选下面一个')).toBeTruthy()
    await user.keyboard(`设备坏了${keys}`)
    expect(await answer).toBe('设备坏了')
  },
)

test('a usual reason goes into the field, and Enter gives it from there', async () => {
  let given: string | null = 'not yet given'
  void askReason(aBookingOf(), 'cancel').then((reason) => {
    given = reason
  })
  render(<ReasonDialog />, { wrapper: MantineProvider })
  const user = userEvent.setup()
  await user.click(screen.getByText('设备故障'))
  await user.keyboard('{Enter}')
  await expect.poll(() => given, patience).toBe('设备故障')
})

test('whoever is asked about a move reads from where to where', () => {
  queryClient.setQueryData(theRooms.queryKey, [aRoom()])
  const { startsAt, endsAt } = aBookingOf({ from: '14:00', to: '15:00' })
  void askReason(aBookingOf(), 'move', { seatId: 'seat-3', startsAt, endsAt })
  render(<ReasonDialog />, { wrapper: MantineProvider })
  expect(screen.getByText(/1号席.*10:00.*改到.*3号席.*14:00/)).toBeTruthy()
})
