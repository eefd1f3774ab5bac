import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aNoteBox, type TestNoteBox } from '../../test/builders/note-box.tsx'
import { ConnectionLost } from '../lib/answers.ts'
import { speak } from '../lib/i18n.ts'

let desk: TestNoteBox

/** One saved note, «券不能用», and the free box. */
beforeEach(async () => {
  desk = await aNoteBox()
  await desk.show()
  await desk.writeNote('券不能用')
})
afterEach(() => desk.page.close())

test('a type chosen while a change is on its way is not given up with it', async () => {
  await desk.keys('{Alt>}{ArrowUp}{/Alt}')
  await desk.holds('券不能用')
  const held = Promise.withResolvers<void>()
  let isAnswered = false
  desk.page.answer('notes.edit', async (_, ask) => {
    await held.promise
    const answer = await ask()
    isAnswered = true
    return answer
  })
  await desk.save()
  await desk.keys('{Alt>}t{/Alt}1')
  held.resolve()
  await waitFor(() => expect(isAnswered).toBe(true))
  expect([desk.box().value, desk.isChosen('优惠券')]).toEqual(['券不能用', true])
  await desk.save()
  await desk.holds('')
  expect((await desk.stored())[0]?.issueTypeId).not.toBeNull()
})

test('redo says what it did though the draft could not be dropped', async () => {
  await desk.undo()
  await desk.holds('券不能用')
  desk.page.answer('notes.dropDraft', () => Promise.reject(new ConnectionLost()))
  await desk.redo()
  await desk.page.told('这条批注又存下了')
  expect(desk.box().value).toBe('')
})

test('what was said follows a change of language', async () => {
  await desk.undo()
  await screen.findByText('已撤回，文字回到输入框')
  act(() => speak('en'))
  expect([screen.queryByText('已撤回，文字回到输入框'), screen.getByText(/^Note taken back/)]).toEqual([
    null,
    expect.anything(),
  ])
})
