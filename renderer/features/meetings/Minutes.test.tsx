import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aMeetingWithALine } from '../../../test/builders/kept-meetings.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { Minutes } from './Minutes.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

async function printed(heardZone: string | null) {
  const { of } = await aMeetingWithALine(page.client)
  const said = await accepted(page.client.meetings.minutes({ callId: of.callId }))
  if (said === null) throw new Error('no minutes')
  const meeting = { ...said.meeting, startedAt: '2026-10-01T01:00:00.000Z' }
  page.answer('meetings.minutes', async () => ({ ok: true, value: { ...said, meeting, heardZone } }))
  page.show(<Minutes callId={of.callId} />)
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  return (await screen.findByText(/没有记与会人/, {}, patience)).textContent
}

test('printed minutes say when they were held by the clock of their room, and which clock that is', async () => {
  expect(await printed('America/Los_Angeles')).toMatch(/2026年9月30日 18:00 \(UTC−7\) · /)
})

test('held by the clock of the house they say no other', async () => {
  expect(await printed(null)).toMatch(/2026年10月1日 09:00 · /)
})

test('printed minutes say that it was solved on the spot, as those in the folder do', async () => {
  const { of } = await aMeetingWithALine(page.client)
  await accepted(page.client.meetings.setSolved({ ...of, isSolved: true }))
  page.show(<Minutes callId={of.callId} />)
  await accepted(page.client.meetings.minutes({ callId: of.callId }))
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect((await screen.findByText(/没有记与会人/, {}, patience)).textContent).toMatch(/ · 现场解决$/)
})
