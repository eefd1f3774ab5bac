import { act, screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted, aNoteIn } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aReviewDesk } from '../../test/builders/review-desk.tsx'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { useExportSelection } from '../lib/export-selection.ts'
import { queryClient } from '../lib/query-client.ts'
import { ReviewDesk } from './ReviewDesk.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test('whoever is done is told which praise is in no thanks yet, and sends on the tickets of this session alone', async () => {
  const { callId, sessionId, show } = await aReviewDesk(page)
  const praise = { noteId: v7(), callId, kind: 'praise', text: '很耐心', offsetMs: 2, issueTypeId: null } as const
  await accepted(page.client.notes.add(praise))
  const voice = await aNoteIn(page.client, callId, 3, '没人管我')
  const wish = { title: '没人管', issueTypeId: 'delivery', priority: 3, department: '物流部' } as const
  const notes = () => accepted(page.client.notes.ofSession({ sessionId }))
  const free = (await notes()).filter(({ kind, id }) => kind === 'voice' && id !== voice.id)
  const { id: first } = await accepted(page.client.tickets.open({ ...wish, noteIds: free.map(({ id }) => id) }))
  const { id: second } = await accepted(page.client.tickets.open({ ...wish, noteIds: [voice.id] }))
  await show(await notes())
  await screen.findByText('还有 1 条表扬没有收进「谢谢坐席」。')
  await accepted(page.client.thanks.collect({ noteId: praise.noteId }))
  await act(() => queryClient.invalidateQueries({ queryKey: ['agents'] }))
  await waitFor(() => expect(screen.queryByText(/条表扬/)).toBeNull(), patience)
  screen.getByText('要开工单的批注都进了工单。')
  await page.user.click(screen.getByRole('button', { name: '导出这一场的 2 张工单' }))
  const { chosen } = useExportSelection.getState()
  expect(chosen).toMatchObject({ selection: { by: 'ids', ticketIds: [first, second] }, ticketCount: 2 })
  // The file's name says its day by itself.
  expect(chosen?.scope).toBe('本场')
  useExportSelection.setState({ chosen: null })
})

test('where there is praise alone, nothing is offered to be exported', async () => {
  const { sessionId, callId } = await aCall(page.client)
  const praise = { noteId: v7(), callId, kind: 'praise', text: '很耐心', offsetMs: 2, issueTypeId: null } as const
  await accepted(page.client.notes.add(praise))
  const session = await accepted(page.client.sessions.current({}))
  if (session === null) throw new Error('no session')
  const notes = await accepted(page.client.notes.ofSession({ sessionId }))
  page.show(<ReviewDesk session={session} calls={[]} notes={notes} />)
  await screen.findByText(/这一场只有表扬，没有要开工单的/)
  expect(screen.queryByRole('button', { name: /导出/ })).toBeNull()
})
