import { screen } from '@testing-library/react'
import { Profiler } from 'react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { DueTickets } from './DueTickets.tsx'
import { MOST_DUE } from './today.queries.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test('tickets that become known later are never counted before those in sight are drawn', async () => {
  const { callId } = await aCall(page.client)
  const words = { kind: 'voice', offsetMs: 1, issueTypeId: null, text: '没人管我' } as const
  const { id } = await accepted(page.client.notes.add({ ...words, noteId: v7(), callId }))
  const ticket = { issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
  await accepted(page.client.tickets.open({ ...ticket, noteIds: [id], title: '没人管' }))
  // As in a house with many of them.
  page.answer('tickets.list', async (_, ask) => {
    const answer = (await ask()) as { value: object }
    return { ...answer, value: { ...answer.value, total: MOST_DUE + 1 } } as never
  })
  const rowsBesideTheCount: number[] = []
  const look = () => {
    if (document.body.textContent?.includes('还有') === true)
      rowsBesideTheCount.push(document.querySelectorAll('li').length)
  }
  page.show(
    <Profiler id="due" onRender={look}>
      <DueTickets />
    </Profiler>,
  )
  expect(await screen.findByText('没人管')).toBeTruthy()
  expect(new Set(rowsBesideTheCount)).toEqual(new Set([1]))
})
