import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aNoteBox, becomes, type TestNoteBox } from '../../test/builders/note-box.tsx'
import { patience } from '../../test/builders/patience.ts'
import { useNotices } from '../ui/notices.ts'

let desk: TestNoteBox
beforeEach(async () => {
  desk = await aNoteBox()
})
afterEach(() => desk.page.close())

test('a disk that is full is named once while words are typed and saved, until they are stored again', async () => {
  await desk.show()
  const full = async () => ({ ok: false, code: 'disk_full', detail: {} })
  desk.page.answer('notes.storeDraft', full)
  desk.page.answer('notes.add', full)
  const named = () => useNotices.getState().notices.map(({ title, hint }) => `${title()} ${hint?.() ?? ''}`)
  await desk.keys('没地方存')
  await waitFor(
    () => expect(named()).toEqual([expect.stringMatching(/还没有存到磁盘，先别关窗口 磁盘满了.*腾出/)]),
    patience,
  )
  await desk.save()
  await screen.findByText('还没有存下')
  expect(named()).toHaveLength(1)
  desk.page.answerNoMore('notes.storeDraft')
  await desk.keys('有地方了')
  await becomes(desk.drafts, ['有地方了'])
  await waitFor(() => expect(named()).toEqual([]), patience)
})

test('what a full disk refused goes in by itself once there is room, though nobody touches a key: the note and the words behind it', async () => {
  await desk.show()
  const full = async () => ({ ok: false, code: 'disk_full', detail: {} })
  for (const name of ['notes.storeDraft', 'notes.add']) desk.page.answer(name, full)
  await desk.keys('没地方存')
  await desk.save()
  const again = await screen.findByRole('button', { name: '再存一次' })
  await desk.keys('后面的话')
  let asked = 0
  desk.page.answer('notes.storeDraft', () => {
    asked += 1
    return full()
  })
  await waitFor(() => expect(asked).toBeGreaterThan(1), patience)
  // As long as it is refused nothing moves under the hand.
  expect(again.isConnected).toBe(true)
  for (const name of ['notes.storeDraft', 'notes.add']) desk.page.answerNoMore(name)
  await waitFor(async () => expect(await desk.textsStored()).toEqual(['没地方存']), patience)
  await waitFor(async () => expect(await desk.drafts()).toEqual(['后面的话']), patience)
  expect(screen.queryByText('还没有存下')).toBe(null)
}, 60_000)
