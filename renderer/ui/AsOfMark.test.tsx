import { useQuery } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { away } from '../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { drawWindows } from '../features/seats/draw/draws.queries.ts'
import { dueTickets } from '../features/today/today.queries.ts'
import { issueTypes } from '../lib/common-queries.ts'
import { PageHeader } from './PageHeader.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  page.answer('team.status', async () => ({ ok: true, value: away() }))
})
afterEach(() => page.close())

/** As the desk answers what it kept. */
const keptAt = (call: string, time: string) => {
  page.answer(call, async (_, ask) => {
    const answer = (await ask()) as { ok: true; value: unknown }
    return { ...answer, asOf: `2026-09-18T${time}:00.000Z` }
  })
}

function Shown() {
  const seen = [useQuery(dueTickets), useQuery(drawWindows), useQuery(issueTypes)]
  if (seen.some(({ isSuccess }) => !isSuccess)) return null
  return (
    <>
      <PageHeader title="工单" shows={[['tickets']]} />
      <PageHeader title="都有" shows={[['tickets'], ['draws']]} />
      <PageHeader title="类型" shows={[['tickets', 'issueTypes']]} />
    </>
  )
}
const marks = () => screen.queryAllByText(/的内容$/).map((mark) => mark.textContent?.match(/\d\d:\d\d/)?.[0])
const marked = (...times: string[]) => vi.waitFor(() => expect(marks()).toEqual(times), patience)

test('what is shown says of when it is itself: the oldest of it, and not when the hub was here last', async () => {
  keptAt('tickets.list', '01:15')
  keptAt('draws.list', '00:40')
  page.show(<Shown />)
  await marked('09:15', '08:40', '10:42')
  page.answerNoMore('tickets.list')
  await act(async () => page.hears({ kind: 'changed', topics: ['tickets'] }))
  await marked('10:42', '08:40', '10:42')
})
