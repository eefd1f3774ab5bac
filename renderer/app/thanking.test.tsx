import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExportRecord } from '../../shared/contract/exports/exports.ts'
import { aCall, accepted, aFolder, aNoteIn } from '../../test/builders/console.ts'
import { someSettings } from '../../test/builders/parts.ts'
import { patience } from '../../test/builders/patience.ts'
import { sendAgain, settledExport } from '../../test/builders/settled-export.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { AgentField } from '../features/agents/AgentField.tsx'
import { useKeyRegistry } from '../lib/key-registry.ts'
import { ThanksPage } from './pages/ThanksPage.tsx'
import { ReviewDesk } from './ReviewDesk.tsx'

let page: TestWindow
let folder: ReturnType<typeof aFolder>
let share: string
beforeEach(async () => {
  folder = aFolder()
  share = join(folder.path, 'share')
  const settings = someSettings()
  settings.save({ exportFolder: share })
  page = await aWindow({ settings })
})
afterEach(async () => {
  useKeyRegistry.setState({ remaps: {} })
  await page.close()
  folder.remove()
})

/** A session with one note of praise, in Review. */
async function aReview() {
  const { sessionId, callId } = await aCall(page.client)
  const { id: noteId, issueTypeId } = await aNoteIn(page.client, callId, 1, '很耐心')
  const change = { noteId, issueTypeId, kind: 'praise', text: '很耐心', seenVersion: null } as const
  const note = await accepted(page.client.notes.edit(change))
  const session = await accepted(page.client.sessions.current({}))
  if (session === null) throw new Error('no session')
  const calls = await accepted(page.client.sessions.calls({ sessionId }))
  const shown = page.show(<ReviewDesk session={session} calls={calls} notes={[note]} />)
  await screen.findByRole('option', { name: /很耐心/ })
  return { noteId, ...shown }
}
const waiting = async () => (await accepted(page.client.thanks.list({ state: 'waiting' }))).thanks
const thanksPage = () =>
  page.show(
    <Routes>
      <Route path="*" element={<ThanksPage />} />
    </Routes>,
    '/thanks',
  )

test('a name that is not taken stays in the field, with the reason', async () => {
  const { callId } = await aCall(page.client)
  page.show(<AgentField callId={callId} onDone={() => {}} />)
  await page.user.keyboard('{Alt>}z{/Alt}工号：{Enter}')
  await page.told('没有可识别的工号')
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '坐席' }).value).toBe('工号：')
})

test('praise is thanked for and taken back with one key, which the row shows as it was remapped', async () => {
  await aReview()
  screen.getByText(/^谢谢坐席/)
  act(() => useKeyRegistry.setState({ remaps: { 'agents.collect': 'u' } }))
  await waitFor(() => expect(screen.getByText(/^谢谢坐席/).textContent).toContain('U'))
  await page.user.keyboard('ju')
  await page.told('已收进')
  await waitFor(() => expect(screen.queryByText(/^谢谢坐席/)).toBeNull(), patience)
  expect(await waiting()).toHaveLength(1)
  await page.user.keyboard('u')
  await waitFor(async () => expect(await waiting()).toEqual([]), patience)
  await screen.findByText(/^谢谢坐席/)
})

test('J and K walk from one to the next, and Enter has it told by mouth', async () => {
  const { noteId, unmount } = await aReview()
  await accepted(page.client.thanks.collect({ noteId }))
  unmount()
  thanksPage()
  await screen.findByText('很耐心')
  await page.user.keyboard('j{Enter}')
  await waitFor(async () => expect(await waiting()).toEqual([]), patience)
})

test('the keys go on from where the thanks stood that went, not from the first', async () => {
  const { callId } = await aCall(page.client)
  for (const number of [1, 2, 3]) {
    const { id: noteId, issueTypeId } = await aNoteIn(page.client, callId, number, `很耐心 ${number}`)
    const change = { noteId, issueTypeId, kind: 'praise', text: `很耐心 ${number}`, seenVersion: null } as const
    await accepted(page.client.notes.edit(change))
    await accepted(page.client.thanks.collect({ noteId }))
  }
  thanksPage()
  await screen.findByText('很耐心 1')
  const all = () => [...document.querySelectorAll('[data-thanks]')]
  const [first, , third] = all()
  await page.user.keyboard('jj{Enter}')
  await waitFor(() => expect(all()).toEqual([first, third]), patience)
  await page.user.keyboard('j')
  expect(document.activeElement).toBe(third)
})

test('where nothing waits the page names the key as it was remapped', async () => {
  thanksPage()
  await screen.findByText(/按 Y 收进/)
  act(() => useKeyRegistry.setState({ remaps: { 'agents.collect': 'u' } }))
  await screen.findByText(/按 U 收进/)
})

test('a page of thanks goes out once it was shown what goes and where to, and they are handed over; undo lets them wait again', async () => {
  mkdirSync(share)
  const { noteId, unmount } = await aReview()
  await accepted(page.client.thanks.collect({ noteId }))
  unmount()
  thanksPage()
  await screen.findByText('很耐心')
  await page.user.keyboard('n')
  const shown = await screen.findByRole('dialog', { name: '导出一页谢谢' }, patience)
  expect(shown.textContent).toContain(share)
  expect(shown.textContent).toContain('很耐心')
  expect(readdirSync(share)).toEqual([])
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  // A busy machine says first that it is on its way.
  const told = await page.told('交出')
  await waitFor(() => expect(readdirSync(share)).toHaveLength(1), patience)
  await screen.findByText('没有等待交出的谢谢')
  await page.user.keyboard('v')
  await screen.findByText('很耐心')
  act(() => told.undo?.())
  await waitFor(async () => expect(await waiting()).toHaveLength(1), patience)
})

/** On a busy machine it would be told that a page is on its way: the answer comes after two seconds at most. */
const answersSettled = () =>
  page.answer('thanks.writePage', async (_, ask) => {
    const begun = (await ask()) as { value: ExportRecord }
    return { ...begun, value: await settledExport(page.client, begun.value) }
  })

/** A page of thanks was begun, and its folder is away; answers what was told. */
async function pageThatWaits() {
  const { noteId, unmount } = await aReview()
  await accepted(page.client.thanks.collect({ noteId }))
  unmount()
  answersSettled()
  thanksPage()
  await screen.findByText('很耐心')
  await page.user.keyboard('n')
  await screen.findByRole('dialog', { name: '导出一页谢谢' }, patience)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  return page.told('在等文件夹')
}

test('a page that the folder does not take: it is said why and what to do, and nothing is marked as handed over', async () => {
  const told = await pageThatWaits()
  expect(told.hint).toMatch(/文件夹/)
  expect(told.action?.label()).toBe('看导出台账')
  expect(await waiting()).toHaveLength(1)
  screen.getByText('很耐心')
})

test('undo lets thanks wait again, also where their page got another name as it came into its folder', async () => {
  const told = await pageThatWaits()
  const [parked] = await accepted(page.client.exports.list({ limit: 1 }))
  mkdirSync(share)
  writeFileSync(join(share, parked?.fileName ?? ''), '别人的')
  await sendAgain(page.client, parked?.id ?? '')
  await waitFor(async () => expect(await waiting()).toEqual([]), patience)
  act(() => told.undo?.())
  await waitFor(async () => expect(await waiting()).toHaveLength(1), patience)
})

test('the other list is looked at by the arrows, which stay where they are while it is being read', async () => {
  const reading = Promise.withResolvers<void>()
  page.answer('thanks.list', async (wish, ask) => {
    if (JSON.stringify(wish).includes('handed_over')) await reading.promise
    return ask()
  })
  thanksPage()
  const [first] = await screen.findAllByRole('radio')
  first?.focus()
  await page.user.keyboard('{ArrowRight}')
  const other = screen.getByRole('radio', { checked: true })
  expect(other).not.toBe(first)
  expect(document.activeElement).toBe(other)
  await screen.findByText('正在读取…')
  expect(document.activeElement).toBe(other)
  reading.resolve()
  await screen.findByText(/还没有/)
  expect(document.activeElement).toBe(other)
})

test('thanks whose words went by rule are counted on, and not said never to have been handed over', async () => {
  page.answer('thanks.list', async () => ({ ok: true, value: { thanks: [], total: 3 } }))
  thanksPage()
  await page.user.keyboard('v')
  await screen.findByText(/交出过 3 份谢谢/)
  expect(screen.queryByText(/还没有交出过/)).toBeNull()
})
