import { screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useLineBoxes } from '../../features/meetings/line-box.ts'
import { MeetingPage } from '../pages/MeetingPage.tsx'

let page: TestWindow
let callId: string
beforeEach(async () => {
  page = await aWindow()
  callId = (await aCall(page.client)).callId
  await accepted(page.client.meetings.start({ meetingId: v7(), callId }))
  page.show(
    <main id="main" tabIndex={-1}>
      <Routes>
        <Route path="/meetings/:callId" element={<MeetingPage />} />
      </Routes>
    </main>,
    `/meetings/${callId}`,
  )
  await lineField()
})
afterEach(async () => {
  useLineBoxes.setState({ boxes: {}, sending: [], steps: {}, undone: {} })
  await page.close()
})

const keys = (typed: string) => page.user.keyboard(typed)
const SAVE = '{Control>}{Enter}{/Control}'
const lineField = () => screen.findByLabelText<HTMLTextAreaElement>('谁、做什么、什么时候之前')
const theMeeting = async () => {
  const meeting = await accepted(page.client.meetings.ofCall({ callId }))
  if (meeting === null) throw new Error('no meeting')
  return meeting
}

test('a line begun where names are chosen goes on among the lines, and nobody of that name is there', async () => {
  await keys('{Alt>}i{/Alt}李雷{Enter}')
  await screen.findByText('李雷')
  await keys('@')
  expect(document.activeElement).toBe(await lineField())
  await keys(`李雷 补差价${SAVE}`)
  await waitFor(async () => expect((await theMeeting()).lines).toHaveLength(1))
  await keys(`{Alt>}i{/Alt}改文案${SAVE}`)
  const field = await lineField()
  await waitFor(() => expect([document.activeElement, field.value]).toEqual([field, '改文案']))
  expect((await theMeeting()).lines.map(({ ownerName, text }) => [ownerName, text])).toEqual([['李雷', '补差价']])
  expect((await theMeeting()).attendees).toEqual(['李雷'])
})

test('whoever is written out is taken before another who has that name in theirs', async () => {
  await keys('{Alt>}i{/Alt}王赵磊{Enter}')
  await screen.findByText('王赵磊')
  const person = { department: '', role: 'listener', employeeNumber: null, email: null, joinedOn: null } as const
  await accepted(page.client.people.add({ ...person, name: '赵磊' }))
  await keys('{Escape}@赵磊')
  await screen.findByRole('option', { name: '王赵磊' })
  await waitFor(() =>
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['赵磊', '王赵磊']),
  )
  await keys('{Enter}回电话')
  expect((await lineField()).value).toBe('@赵磊 回电话')
})

test('Ctrl+Enter among the names takes who is marked, and with nothing typed there saves the line', async () => {
  const person = { department: '', role: 'listener', employeeNumber: null, email: null, joinedOn: null } as const
  await accepted(page.client.people.add({ ...person, name: '孙悦' }))
  await keys('改文案{Alt>}i{/Alt}孙悦')
  await screen.findByRole('option', { name: '孙悦', hidden: true })
  await keys(SAVE)
  await waitFor(async () => expect((await theMeeting()).attendees).toEqual(['孙悦']))
  expect((await lineField()).value).toBe('改文案')
  await keys(SAVE)
  await waitFor(async () => expect((await theMeeting()).lines.map(({ text }) => text)).toEqual(['改文案']))
})

test('closing asks for the type of a line that no words say one of: its field has the focus, and a digit or a name answers it', async () => {
  await accepted(
    page.client.notes.add({ noteId: v7(), callId, kind: 'voice', text: '没人管我', offsetMs: 0, issueTypeId: null }),
  )
  await keys(`@李雷 给说法${SAVE}`)
  await waitFor(async () => expect((await theMeeting()).lines).toHaveLength(1))
  await keys('{Alt>}c{/Alt}')
  const type = await screen.findByRole('combobox', { name: '问题类型' })
  expect(type).toHaveProperty('value', '')
  await keys(SAVE)
  expect((await screen.findByRole('alert')).textContent).toMatch(/选一个问题类型/)
  await waitFor(() => expect(document.activeElement).toBe(type))
  await keys(`包${SAVE}`)
  await page.told('开出 1 张工单')
})
