import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { clockIsAhead } from '../../../lib/now.ts'
import { NextFree } from './NextFree.tsx'

let page: TestWindow
afterEach(async () => {
  clockIsAhead(0)
  await page.close()
})

test('a place whose time has begun goes, and others are asked for instead', async () => {
  const clock = aClock(shanghai('10:05'))
  page = await aWindow({ clock })
  const at = (time: string) => {
    clock.set(shanghai(time))
    clockIsAhead(Date.now() - Date.parse(clock.now()))
  }
  const wish = { name: '林岚', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const me = await accepted(page.client.people.add(wish))
  at('10:05')
  let asked = 0
  page.answer('findSeats.search', (_input, ask) => {
    asked += 1
    return ask()
  })
  page.show(<NextFree me={me.id} />, '/today')
  const starts = () => screen.queryAllByRole('link').map(({ textContent }) => /\d\d:\d\d/.exec(textContent ?? '')?.[0])
  await waitFor(() => expect(starts()).toHaveLength(3), patience)
  // The slot that is running is found as well, and is no reason to ask once more.
  expect(asked).toBe(1)
  const [first] = starts()
  expect(first && first > '10:05').toBe(true)
  // A minute later: between two beats the window's own present is as old as the one before.
  act(() => at((first ?? '').replace(/0$/, '1')))
  await waitFor(() => expect([starts().length, (starts()[0] ?? '') > (first ?? '')]).toEqual([3, true]), patience)
  // All that were found at first are over: others are named.
  act(() => at('15:05'))
  await waitFor(() => expect([starts().length, (starts()[0] ?? '') > '15:05']).toEqual([3, true]), patience)
})

test('where nobody can tell the next places, no empty frame stands for them', async () => {
  page = await aWindow({})
  const wish = { name: '林岚', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const me = await accepted(page.client.people.add(wish))
  page.answer('findSeats.search', async () => ({ ok: false, code: 'unexpected', detail: { reference: 'E1' } }))
  page.show(<NextFree me={me.id} />, '/today')
  await screen.findByRole('heading')
  await waitFor(() => expect(screen.queryByRole('heading')).toBeNull(), patience)
})
