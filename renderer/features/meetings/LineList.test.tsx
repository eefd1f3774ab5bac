import { useQuery } from '@tanstack/react-query'
import { act, screen, waitFor, within } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Id } from '../../../shared/contract/values.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aMeetingWithALine } from '../../../test/builders/kept-meetings.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { undoNewest } from '../../ui/notices.ts'
import { CloseDialog } from './CloseDialog.tsx'
import { LineList } from './LineList.tsx'
import { changeLineBox, lineBoxOf, rememberStep, useLineBoxes } from './line-box.ts'
import { redoLine, undoLine } from './line-steps.ts'
import { dropUnsaved, removeLine, saveBox, storeLineDraft } from './meetings.actions.ts'
import { meetingOfCall } from './meetings.queries.ts'

let page: TestWindow
let of: { readonly callId: Id; readonly meetingId: Id }

function Meeting({ isClosing }: { isClosing: boolean }) {
  const meeting = useQuery(meetingOfCall(of.callId)).data
  if (meeting === undefined || meeting === null) return null
  if (!isClosing) return <LineList meeting={meeting} />
  return <CloseDialog meeting={meeting} notes={[]} types={[]} onClose={() => {}} />
}

/** A meeting that takes no more lines, and one that was written nevertheless. */
async function oneTooMany(isClosing: boolean) {
  page.show(<Meeting isClosing={isClosing} />)
  await screen.findByText('改文案', {}, patience)
  const meeting = await accepted(page.client.meetings.ofCall({ callId: of.callId }))
  if (meeting === null) throw new Error('no meeting')
  page.answer('meetings.addLine', async () => ({ ok: false, code: 'too_many', detail: {} }))
  changeLineBox(of.meetingId, { text: '查一下库存', draftId: v7() })
  await saveBox(meeting, { ownerName: null, text: '查一下库存', dueOn: null })
  const row = (await screen.findByText('查一下库存')).closest('li, div')
  if (!(row instanceof HTMLElement)) throw new Error('no line')
  await within(row).findByRole('button', { name: '没存上，再存一次' })
  return row
}

const drafts = async () =>
  (await accepted(page.client.meetings.drafts({ meetingId: of.meetingId }))).map(({ text }) => text)

beforeEach(async () => {
  page = await aWindow()
  useLineBoxes.setState({ boxes: {}, sending: [], steps: {}, undone: {}, savingHalfOf: null })
  const made = await aMeetingWithALine(page.client)
  of = made.of
})
afterEach(() => page.close())

test('a line that was refused goes back into the field, where it is half done', async () => {
  const row = await oneTooMany(false)
  await page.user.click(within(row).getByRole('button', { name: '放回输入框' }))
  expect(lineBoxOf(of.meetingId).text).toBe('查一下库存')
  expect(screen.queryByText('查一下库存')).toBeNull()
  await waitFor(async () => expect(await drafts()).toEqual(['查一下库存']), patience)
})

test('while other words stand in the field, it stays where it is', async () => {
  const row = await oneTooMany(false)
  changeLineBox(of.meetingId, { text: '别的' })
  await waitFor(() => expect(within(row).queryByRole('button', { name: '放回输入框' })).toBeNull())
})

test('while the change of a line is emptied in the field, it stays where it is', async () => {
  const row = await oneTooMany(false)
  await within(row).findByRole('button', { name: '放回输入框' })
  act(() => changeLineBox(of.meetingId, { text: '', editing: { lineId: v7(), version: 1 } }))
  expect(within(row).queryByRole('button', { name: '放回输入框' })).toBeNull()
})

test('while the meeting is being closed, no line goes into the field that the dialog covers', async () => {
  const row = await oneTooMany(true)
  expect(within(row).queryByRole('button', { name: '放回输入框' })).toBeNull()
})

test('a refused line does not keep a meeting from being closed: it is dropped, and it is said', async () => {
  const row = await oneTooMany(true)
  const close = screen.getByRole<HTMLButtonElement>('button', { name: /办成并结束/ })
  expect(close.disabled).toBe(true)
  await page.user.click(within(row).getByRole('button', { name: '不要这一行了' }))
  await waitFor(() => expect(close.disabled).toBe(false))
  await page.told('那一行没有存，已经不要了')
  await waitFor(async () => expect(await drafts()).toEqual([]), patience)
})

test('what is undone first is the line that was dropped last, not one that was stored before it; once, however it is undone', async () => {
  const row = await oneTooMany(false)
  const meeting = await accepted(page.client.meetings.ofCall({ callId: of.callId }))
  if (meeting === null) throw new Error('no meeting')
  rememberStep(of.meetingId, { did: 'added', lineId: meeting.lines[0]?.id ?? '' })
  await page.user.click(within(row).getByRole('button', { name: '不要这一行了' }))
  await waitFor(() => expect(screen.queryByText('查一下库存')).toBeNull())
  expect(undoLine(meeting)).toBe(true)
  await screen.findByText('查一下库存')
  await waitFor(async () => expect(await drafts()).toEqual(['查一下库存']), patience)
  const [line] = useLineBoxes.getState().sending
  if (line === undefined) throw new Error('no line')
  await dropUnsaved(line)
  act(() => void undoNewest())
  await screen.findByText('查一下库存')
  expect(useLineBoxes.getState().steps[of.meetingId]).toMatchObject([{ did: 'added' }])
})

test('what a full disk refused goes in by itself once there is room, though nobody touches a key: the line and the words behind it', async () => {
  page.show(<Meeting isClosing={false} />)
  await screen.findByText('改文案', {}, patience)
  const meeting = await accepted(page.client.meetings.ofCall({ callId: of.callId }))
  if (meeting === null) throw new Error('no meeting')
  const names = ['meetings.addLine', 'meetings.storeDraft']
  for (const name of names) page.answer(name, async () => ({ ok: false, code: 'disk_full', detail: {} }))
  changeLineBox(of.meetingId, { text: '查一下库存', draftId: v7() })
  await saveBox(meeting, { ownerName: null, text: '查一下库存', dueOn: null })
  await screen.findByRole('button', { name: '没存上，再存一次' })
  changeLineBox(of.meetingId, { text: '后面的话' })
  await storeLineDraft(of.meetingId)
  for (const name of names) page.answerNoMore(name)
  const lines = async () =>
    (await accepted(page.client.meetings.ofCall({ callId: of.callId })))?.lines.map(({ text }) => text)
  await waitFor(async () => expect(await lines()).toEqual(['改文案', '查一下库存']), patience)
  await waitFor(async () => expect(await drafts()).toEqual(['后面的话']), patience)
}, 60_000)

test('what was taken back is done again in its order, until something else is done; a line leaves the field with its words', async () => {
  page.show(<Meeting isClosing={false} />)
  await screen.findByText('改文案', {}, patience)
  const now = async () => {
    const meeting = await accepted(page.client.meetings.ofCall({ callId: of.callId }))
    if (meeting === null) throw new Error('no meeting')
    return meeting
  }
  const lines = async () => (await now()).lines.map(({ text }) => text)
  const reads = (...texts: string[]) => waitFor(async () => expect(await lines()).toEqual(texts), patience)
  const save = async (text: string) => saveBox(await now(), { ownerName: null, text, dueOn: null })

  changeLineBox(of.meetingId, { text: '查库存', draftId: v7() })
  await save('查库存')
  await screen.findByText('查库存', {}, patience)
  await waitFor(() => expect(useLineBoxes.getState().sending).toEqual([]), patience)
  const [, added] = (await now()).lines
  if (added === undefined) throw new Error('no line')
  changeLineBox(of.meetingId, { text: '查仓库', editing: { lineId: added.id, version: added.version } })
  await save('查仓库')
  await screen.findByText('查仓库', {}, patience)
  await removeLine(of, (await now()).lines[1] ?? added)
  await reads('改文案')

  // Pressed faster than any is answered.
  const meeting = await now()
  expect([undoLine(meeting), undoLine(meeting), undoLine(meeting)]).toEqual([true, true, true])
  await waitFor(() => expect(lineBoxOf(of.meetingId).text).toBe('查库存'), patience)
  await reads('改文案')
  expect([redoLine(meeting), redoLine(meeting)]).toEqual([true, true])
  await reads('改文案', '查仓库')
  await waitFor(() => expect(lineBoxOf(of.meetingId).text).toBe(''), patience)
  await waitFor(async () => expect(await drafts()).toEqual([]), patience)
  undoLine(meeting)
  await reads('改文案', '查库存')

  changeLineBox(of.meetingId, { text: '别的', draftId: v7() })
  await save('别的')
  await waitFor(() => expect(useLineBoxes.getState().sending).toEqual([]), patience)
  await waitFor(() => expect(redoLine(meeting)).toBe(false), patience)
  await reads('改文案', '查库存', '别的')
})

test('what somebody else made of a line since is neither taken back nor done again unseen', async () => {
  page.show(<Meeting isClosing={false} />)
  const line = async () => {
    const meeting = await accepted(page.client.meetings.ofCall({ callId: of.callId }))
    if (meeting?.lines[0] === undefined) throw new Error('no line')
    return { meeting, first: meeting.lines[0] }
  }
  await screen.findByText('改文案', {}, patience)
  const { meeting, first } = await line()
  changeLineBox(of.meetingId, { text: '改标题', editing: { lineId: first.id, version: first.version } })
  await saveBox(meeting, { ownerName: null, text: '改标题', dueOn: null })
  const words = { ownerName: null, text: '两样都改', dueOn: null }
  await accepted(page.client.meetings.editLine({ ...of, lineId: first.id, seenVersion: null, draftId: null, ...words }))
  expect(undoLine(meeting)).toBe(true)
  await page.told('改了')
  expect((await line()).first.text).toBe('两样都改')
})
