import { screen, waitFor } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { contract } from '../../shared/contract/contract.ts'
import { aCall, accepted } from '../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { FolderField } from '../features/exports/folder/FolderField.tsx'
import { backUpNow } from '../features/house/data/backups.actions.ts'
import { saveSettings } from '../features/house/settings/settings.actions.ts'
import { endCall, nextCall, setReference } from '../features/listening/call/listening.actions.ts'
import { StartListening } from '../features/listening/call/StartListening.tsx'
import { detachConversation } from '../features/listening/conversation/conversations.actions.ts'
import { switchLag } from '../features/listening/notes/lag.actions.ts'
import { boxOf, useNoteBoxes } from '../features/listening/notes/note-box.ts'
import { keepDraft } from '../features/review/review.actions.ts'
import { takeBack } from '../features/seats/history/take-back.ts'
import { useSeatReminders } from '../features/seats/use-seat-reminders.ts'
import { ConnectionLost } from '../lib/answers.ts'
import { client } from '../lib/client.ts'
import { queryClient } from '../lib/query-client.ts'
import { settingsQuery } from '../lib/settings.ts'
import { useNotices } from '../ui/notices.ts'
import { CallNotes } from './CallNotes.tsx'
import { switchTheme } from './look.actions.ts'

const ID = '01930000-0000-7000-8000-000000000001'
const LOST = '连接中断，不确定是否做成'

let page: TestWindow
beforeEach(async () => {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  page = await aWindow()
})
afterEach(() => page.close())

/** Does something and waits until it is told as not certain. The same words twice are one notice: the one before is closed first. */
async function isTold(act: () => Promise<unknown>): Promise<void> {
  useNotices.setState({ notices: [] })
  await act()
  await page.told(LOST)
}

test('no call of the contract rejects: a lost connection is an answer', async () => {
  page.loseConnection()
  const calls: [string, () => Promise<{ ok: boolean; code?: string }>][] = Object.entries(contract).flatMap(
    ([feature, entries]) =>
      Object.keys(entries).map((name) => [
        `${feature}.${name}`,
        () => Reflect.get(Reflect.get(client, feature), name)({}),
      ]),
  )
  const codes = await Promise.all(calls.map(async ([name, call]) => [name, (await call()).code]))
  expect(codes).toEqual(calls.map(([name]) => [name, 'connection_lost']))
})

test('a surprise on the way is told as that, by call and kind of error; its words stay here', async () => {
  const surprises: Record<string, () => Promise<never>> = {
    rejected: () => Promise.reject(new TypeError('13812345678')),
    thrown: () => {
      throw new RangeError('13812345678')
    },
  }
  const told = []
  for (const surprise of Object.values(surprises)) {
    page.answer('settings.save', surprise)
    told.push(await client.settings.save({ theme: 'dark' }))
  }
  expect(told).toEqual([
    { ok: false, code: 'unexpected', detail: { reference: 'settings.save TypeError' } },
    { ok: false, code: 'unexpected', detail: { reference: 'settings.save RangeError' } },
  ])
  await switchTheme()
  expect(page.notice()).toMatchObject({ title: '没有做成，出了意外', reference: 'settings.save RangeError' })
})

test('what a person does is told as not certain', async () => {
  await queryClient.ensureQueryData(settingsQuery)
  page.loseConnection()
  const acts: Record<string, () => Promise<unknown>> = {
    nextCall: () => nextCall(ID),
    endCall: () => endCall(ID),
    setReference: () => setReference(ID, '8817', null),
    detachConversation: () => detachConversation(ID),
    switchLag,
    switchTheme,
    takeBack: () => takeBack({ what: 'cancelled', before: null, booking: { id: ID }, actorId: null } as never),
  }
  for (const act of Object.values(acts)) await isTold(act)
  const reasons = await Promise.all([saveSettings({ theme: 'dark' }), backUpNow()])
  expect(reasons.map((whyNot) => whyNot?.().title)).toEqual([LOST, LOST])
})

test('an act that first has to know the preferences says that it cannot', async () => {
  page.loseConnection()
  const usual = queryClient.getDefaultOptions()
  queryClient.setDefaultOptions({ queries: { ...usual.queries, retry: false } })
  onTestFinished(() => queryClient.setDefaultOptions(usual))
  await switchLag()
  expect(page.notice().title).toBe(LOST)
})

test('buttons: the folder window and the first sitting down', async () => {
  page.loseConnection()
  page.show(
    <>
      <FolderField folder="" onChange={() => {}} />
      <StartListening me={ID} reference={null} />
    </>,
  )
  const press = (name: string | RegExp) => isTold(() => page.user.click(screen.getByRole('button', { name })))
  await press('选择…')
  expect(screen.queryByText(/不能弹出选择窗口/)).toBe(null)
  await press(/^开始/)
})

test('looks that nobody asked for say nothing: the bar says it', async () => {
  let looks = 0
  page.answer('reminders.due', () => {
    looks += 1
    return Promise.reject(new ConnectionLost())
  })
  page.show(<Reminding />)
  page.hears({ kind: 'remindOfSeats' })
  await waitFor(() => expect(looks).toBeGreaterThan(0))
  page.loseConnection()
  const where = { draftId: ID, callId: ID, noteId: null, offsetMs: 0, seenVersion: null, saved: null }
  await keepDraft(where, { kind: 'voice', text: '券不能用', issueTypeId: null }, { caret: 0, version: 0 })
  expect(page.noticeCount()).toBe(0)
})

function Reminding() {
  useSeatReminders()
  return null
}

test('in the note box undo, redo and edits are told, and no word is lost', async () => {
  const { sessionId } = await aCall(page.client)
  const [call] = await accepted(page.client.sessions.calls({ sessionId }))
  if (call === undefined) throw new Error('no call')
  page.show(<CallNotes call={call} boxRef={createRef()} />)
  await page.user.type(await screen.findByLabelText('批注'), '第一句')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(async () => expect(await accepted(page.client.notes.ofCall({ callId: call.id }))).toHaveLength(1))
  page.loseConnection()
  const press = (keys: string) => isTold(() => page.user.keyboard(keys))
  await press('{Control>}z{/Control}')
  await press('{Control>}{Shift>}z{/Shift}{/Control}')
  await page.user.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await waitFor(() => expect(boxOf(call.id).text).toBe('第一句'))
  await page.user.keyboard('改过')
  await press('{Control>}{Enter}{/Control}')
  expect([boxOf(call.id).text, boxOf(call.id).editingNoteId]).toEqual(['第一句改过', expect.any(String)])
})
