import { screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { FindBox, fetchFindBox } from './FindBox.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  await fetchFindBox()
})
afterEach(() => page.close())

/** A call that is over, with one note. */
async function heard(text: string) {
  const { sessionId, callId } = await aCall(page.client)
  await accepted(
    page.client.notes.add({ noteId: v7(), callId, kind: 'voice', text, offsetMs: 61_000, issueTypeId: null }),
  )
  await accepted(page.client.sessions.end({ sessionId }))
  return callId
}
const seal = async (callId: string) => {
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  return raised.caseId
}
const found = () => screen.queryAllByRole('option').map((option) => option.textContent ?? '')

async function lookFor(text: string) {
  page.show(<FindBox />)
  await page.user.keyboard('{Control>}k{/Control}')
  await page.user.type(await screen.findByRole('combobox'), text)
}

test('what is found of a call goes from the open box as the call is sealed, by whichever window, and is there again after a wrong alarm', async () => {
  const callId = await heard('没人管我')
  await lookFor('没人管')
  await waitFor(() => expect(found().join()).toContain('没人管我'), patience)
  const caseId = await seal(callId)
  await waitFor(() => expect(found().join()).not.toContain('没人管我'), patience)
  const act = { actId: v7(), caseId, at: '2026-09-18T01:00:01.000Z', act: { what: 'dismissed' } } as const
  await accepted(page.client.lifeChannel.act(act))
  await waitFor(() => expect(found().join()).toContain('没人管我'), patience)
})

test('an answer that was on its way as a call was sealed is not shown when it comes', async () => {
  const callId = await heard('没人管我')
  const late = Promise.withResolvers<void>()
  let asked = 0
  let answered = 0
  page.answer('search.everywhere', async (_, ask) => {
    const answer = await ask()
    const isLate = JSON.stringify(answer).includes('没人管我')
    if (isLate) asked += 1
    if (isLate) await late.promise
    if (asked > 0) answered += 1
    return answer
  })
  await lookFor('没人管')
  await waitFor(() => expect(asked).toBeGreaterThan(0), patience)
  const before = asked
  await seal(callId)
  late.resolve()
  // Those that were late, and the one that was asked anew.
  await waitFor(() => expect(answered).toBeGreaterThan(before), patience)
  expect(found().join()).not.toContain('没人管我')
})
