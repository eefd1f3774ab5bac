import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aBookingOf, at } from '../../../../test/builders/board.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { HistoryButton } from './HistoryDialog.tsx'

let page: TestWindow
let answerHistory: (answer: unknown) => void
let asked: unknown[]
beforeEach(async () => {
  page = await aWindow()
  asked = []
  page.answer('bookings.history', (input) => {
    asked.push(input)
    return new Promise((resolve) => {
      answerHistory = resolve
    })
  })
  page.show(<HistoryButton />)
})
afterEach(() => page.close())

test('changes that come after the dialog take the focus, so that arrows scroll them and Enter closes nothing', async () => {
  fireEvent.keyDown(document.body, { key: 'h', code: 'KeyH' })
  const dialog = await screen.findByRole('dialog', {}, patience)
  dialog.querySelector('button')?.focus()
  const now = aBookingOf({ state: 'checked_in' })
  const rest = { actorId: null, actorName: '王敏', reason: null, before: null, after: now, booking: now, isLast: true }
  answerHistory({ ok: true, value: [{ id: 'change-1', at: at('10:00'), what: 'checked_in', ...rest }] })
  const changes = await screen.findByRole('region', { name: '席位最近的改动' }, patience)
  await waitFor(() => expect(document.activeElement).toBe(changes), patience)
})

test('a place that was drawn befell whoever it is for, and says who handed their request in', async () => {
  fireEvent.keyDown(document.body, { key: 'h', code: 'KeyH' })
  await screen.findByRole('dialog', {}, patience)
  const now = aBookingOf({ personName: '王敏' })
  const rest = { actorId: null, reason: null, withName: null, before: null, after: now, booking: now, isLast: false }
  const drawn = { ...rest, at: at('10:00'), what: 'drawn' } as const
  answerHistory({
    ok: true,
    value: [
      { ...drawn, id: 'change-1', actorName: '林岚' },
      { ...drawn, id: 'change-2', actorName: '王敏' },
    ],
  })
  const lines = await screen.findAllByRole('listitem', {}, patience)
  expect(lines.map((line) => line.textContent?.includes('王敏排到了'))).toEqual([true, true])
  screen.getByText('由 林岚 递交申请')
})

describe('what is older than the latest hundred', () => {
  const now = aBookingOf({ personName: '王敏', state: 'cancelled' })
  const rest = {
    actorId: null,
    actorName: '王敏',
    reason: null,
    withName: null,
    before: null,
    after: now,
    booking: now,
  }
  const some = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ ...rest, id: `change-${index}`, at: at('10:00'), what: 'cancelled', isLast: false },
    }))

  test('is read by asking on, and it is said where there is nothing earlier', async () => {
    fireEvent.keyDown(document.body, { key: 'h', code: 'KeyH' })
    await screen.findByRole('dialog', {}, patience)
    answerHistory({ ok: true, value: some(101) })
    const more = await screen.findByRole('button', { name: '再往前看' }, patience)
    expect(screen.getAllByRole('listitem')).toHaveLength(100)
    fireEvent.click(more)
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ most: 201 }), patience)
    answerHistory({ ok: true, value: some(130) })
    await screen.findByText('再往前没有了', {}, patience)
    expect(screen.getAllByRole('listitem')).toHaveLength(130)
  })

  test('is found among what was cancelled, and none of that is told as none of that', async () => {
    fireEvent.keyDown(document.body, { key: 'h', code: 'KeyH' })
    await screen.findByRole('dialog', {}, patience)
    answerHistory({ ok: true, value: some(1) })
    fireEvent.click(await screen.findByRole('radio', { name: '取消' }, patience))
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ group: 'cancelled', most: 101 }), patience)
    answerHistory({ ok: true, value: [] })
    await screen.findByText('没有这样的改动', {}, patience)
  })
})
