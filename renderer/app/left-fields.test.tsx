import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aCall, accepted } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { IssueTypesSection } from '../features/house/issue-types/IssueTypesSection.tsx'
import { MeSection } from '../features/house/settings/MeSection.tsx'
import { ReferenceField } from '../features/listening/call/ReferenceField.tsx'
import { callsOfSession } from '../lib/common-queries.ts'
import { queryClient } from '../lib/query-client.ts'
import { ExportFolderSection } from './ExportFolderSection.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

/** Types in a field and takes its screen away under the hands, as a key that leads elsewhere does. */
async function typeAndVanish(part: ReactNode, label: string | RegExp, words: string) {
  const { unmount } = page.show(part)
  const field = await screen.findByLabelText(label, { selector: 'input' })
  await page.user.clear(field)
  await page.user.keyboard(words)
  unmount()
}

test('the number of a call is kept when the next call takes the field away', async () => {
  const { sessionId } = await aCall(page.client)
  const calls = () => accepted(page.client.sessions.calls({ sessionId }))
  const [call] = await calls()
  if (call === undefined) throw new Error('no call')
  await typeAndVanish(<ReferenceField call={call} onDone={() => {}} />, /^来电参考/, 'CC-8817')
  await waitFor(async () => expect((await calls())[0]?.reference).toBe('CC-8817'))
  await typeAndVanish(<ReferenceField call={call} onDone={() => {}} />, /^来电参考/, '8'.repeat(65))
  expect(await page.told('多了')).toMatchObject({ byHand: '8'.repeat(65) })
  expect((await calls())[0]?.reference).toBe('CC-8817')
})

test('a number stored while its screen was away stands there again, and leaving the field does not write over it', async () => {
  const { sessionId } = await aCall(page.client)
  const [old] = await accepted(page.client.sessions.calls({ sessionId }))
  if (old === undefined) throw new Error('no call')
  const asked = vi.fn()
  page.answer('sessions.setReference', asked)
  // As it was known before, and then as it is.
  const { rerender } = page.show(<ReferenceField call={old} onDone={() => {}} />)
  rerender(<ReferenceField call={{ ...old, reference: 'CC-4411' }} onDone={() => {}} />)
  const field = await screen.findByLabelText(/^来电参考/)
  expect(field).toHaveProperty('value', 'CC-4411')
  await page.user.click(field)
  await page.user.tab()
  expect(asked).not.toHaveBeenCalled()
})

test('a number that another window set while one was typed stays; what was typed is told, and taken when one says so', async () => {
  const { callId, sessionId } = await aCall(page.client)
  const calls = () => accepted(page.client.sessions.calls({ sessionId }))
  function Shown() {
    const [call] = useQuery(callsOfSession(sessionId)).data ?? []
    return call === undefined ? null : <ReferenceField call={call} onDone={() => {}} />
  }
  page.show(<Shown />)
  const field = await screen.findByLabelText(/^来电参考/)
  await page.user.type(field, 'CC-1')
  await accepted(page.client.sessions.setReference({ callId, reference: 'CC-4411' }))
  await queryClient.invalidateQueries({ queryKey: callsOfSession(sessionId).queryKey })
  expect(field).toHaveProperty('value', 'CC-1')
  await page.user.tab()
  expect(await page.told('「CC-4411」')).toMatchObject({ byHand: 'CC-1', stays: true })
  await waitFor(() => expect(field).toHaveProperty('value', 'CC-4411'))
  expect(await calls()).toMatchObject([{ reference: 'CC-4411' }])
  page.notice().action?.run()
  await waitFor(() => expect(field).toHaveProperty('value', 'CC-1'))
  expect(await calls()).toMatchObject([{ reference: 'CC-1' }])
})

describe('a number typed further while what stood there first is stored', () => {
  const left = (field: HTMLElement, value: string) => {
    field.focus()
    fireEvent.change(field, { target: { value } })
    field.blur()
  }
  const aField = async () => {
    const { sessionId } = await aCall(page.client)
    function Shown() {
      const [call] = useQuery(callsOfSession(sessionId)).data ?? []
      return call === undefined ? null : <ReferenceField call={call} onDone={() => {}} />
    }
    page.show(<Shown />)
    const stored = async () => (await accepted(page.client.sessions.calls({ sessionId })))[0]?.reference
    const known = () => queryClient.getQueryData(callsOfSession(sessionId).queryKey)?.[0]?.reference
    return { field: await screen.findByLabelText(/^来电参考/), stored, known }
  }

  test.each([
    ['before', 'CC-1', 'CC-1'],
    ['after', 'CC-1', 'CC-1'],
    ['after', '13812345678', '138****5678'],
  ])('and left %s that is answered (%s): stored over it, as no other window set it', async (when, first, asStored) => {
    const { field, stored, known } = await aField()
    left(field, first)
    field.focus()
    fireEvent.change(field, { target: { value: 'CC-12' } })
    if (when === 'after') await waitFor(() => expect(known()).toBe(asStored))
    field.blur()
    await waitFor(async () => expect(await stored()).toBe('CC-12'))
    await waitFor(() => expect(field).toHaveProperty('value', 'CC-12'))
    expect(screen.queryByText(/刚在别的窗口/)).toBeNull()
  })
})

test('Esc in the number of a call stores nothing of what it gives up', async () => {
  const { sessionId } = await aCall(page.client)
  const [call] = await accepted(page.client.sessions.calls({ sessionId }))
  if (call === undefined) throw new Error('no call')
  const asked = vi.fn()
  page.answer('sessions.setReference', asked)
  const leave = () => (document.activeElement as HTMLElement).blur()
  page.show(<ReferenceField call={call} onDone={leave} />)
  await page.user.type(await screen.findByLabelText(/^来电参考/), 'CC-88{Escape}')
  expect([document.activeElement, asked.mock.calls]).toEqual([document.body, []])
})

test('a cell of the issue types is kept when the page is left in the middle of a word', async () => {
  await typeAndVanish(<IssueTypesSection />, '中文名：优惠券', '优惠券与红包')
  const names = async () => (await accepted(page.client.tickets.issueTypes({}))).map(({ nameZh }) => nameZh)
  await waitFor(async () => expect(await names()).toContain('优惠券与红包'))
  await typeAndVanish(<IssueTypesSection />, '中文名：优惠券与红包', ' ')
  expect(await page.told('「中文名：优惠券与红包」没有存')).toMatchObject({ tone: 'failure', byHand: undefined })
  expect(await names()).toContain('优惠券与红包')
})

describe('Enter, and leaving before the answer: sent once;', () => {
  const leave = () => (document.activeElement as HTMLElement).blur()
  const aReference = async () => {
    const { sessionId } = await aCall(page.client)
    const [call] = await accepted(page.client.sessions.calls({ sessionId }))
    if (call === undefined) throw new Error('no call')
    return <ReferenceField call={call} onDone={leave} />
  }
  test.each([
    ['the number of a call', 'sessions.setReference', aReference, /^来电参考/, '8817'],
    ['a name', 'tickets.saveIssueTypes', () => <IssueTypesSection />, '中文名：优惠券', '券'],
    ['a limit', 'tickets.saveIssueTypes', () => <IssueTypesSection />, '时效：优惠券', '77'],
    ['the reaction time', 'settings.save', () => <MeSection />, '反应时间', '2'],
    ['the folder for exports', 'settings.save', () => <ExportFolderSection />, '送到哪个文件夹', '/away'],
  ] as const)('%s', async (_, call, part, label, words) => {
    const { promise: allowed, resolve: allow } = Promise.withResolvers<void>()
    const answers: Promise<unknown>[] = []
    page.answer(call, (_input, ask) => {
      const answer = allowed.then(ask)
      answers.push(answer)
      return answer
    })
    page.show(await part())
    const field = await screen.findByLabelText(label, { selector: 'input' })
    await page.user.clear(field)
    await page.user.keyboard(`${words}{Enter}`)
    await page.user.click(field)
    await page.user.tab()
    expect(answers).toHaveLength(1)
    allow()
    expect(await answers[0]).toMatchObject({ ok: true })
    await page.user.click(field)
    await page.user.tab()
    expect(answers).toHaveLength(1)
  })
})

test('what stood there before, typed back before the answer, is sent behind it', async () => {
  const { sessionId } = await aCall(page.client)
  const [call] = await accepted(page.client.sessions.calls({ sessionId }))
  if (call === undefined) throw new Error('no call')
  let sent: unknown[] = []
  let held = Promise.withResolvers<void>()
  for (const name of ['sessions.setReference', 'tickets.saveIssueTypes', 'settings.save'])
    page.answer(name, (input, ask) => {
      sent.push(input)
      return held.promise.then(ask)
    })
  page.show(
    <>
      <ReferenceField call={call} onDone={() => (document.activeElement as HTMLElement).blur()} />
      <IssueTypesSection />
      <MeSection />
      <ExportFolderSection />
    </>,
  )
  for (const [label, words] of [
    [/^来电参考/, '8817'],
    ['中文名：优惠券', '券'],
    ['时效：优惠券', '7'],
    ['反应时间', '2'],
    ['送到哪个文件夹', '/away'],
  ] as const) {
    sent = []
    held = Promise.withResolvers()
    const field = await screen.findByLabelText<HTMLInputElement>(label, { selector: 'input' })
    const before = field.value
    await page.user.clear(field)
    await page.user.keyboard(`${words}{Enter}`)
    await page.user.clear(field)
    if (before !== '') await page.user.keyboard(before)
    await page.user.tab()
    // Some go at once, and some wait for the answer before: what was seen changes with it.
    held.resolve()
    await expect.poll(() => [label, sent.length], patience).toEqual([label, 2])
    expect(sent[1]).not.toEqual(sent[0])
  }
})

test('what another window changed shows in a field nobody types in, and leaving it sends nothing', async () => {
  page.show(
    <>
      <IssueTypesSection />
      <MeSection />
      <ExportFolderSection />
    </>,
  )
  const shows = (label: string, value: string) =>
    waitFor(() => expect(screen.getByLabelText(label, { selector: 'input' })).toHaveProperty('value', value))
  await shows('时效：优惠券', '4')
  const types = await accepted(page.client.tickets.issueTypes({}))
  const issueTypes = types.map((type) =>
    type.id === 'coupon' ? { ...type, limit: { amount: 9, unit: 'hours' } as const } : type,
  )
  await accepted(page.client.tickets.saveIssueTypes({ seenVersion: null, issueTypes }))
  await accepted(page.client.settings.save({ reactionLagMs: 2_500, exportFolder: '/away' }))
  await shows('时效：优惠券', '9')
  await shows('反应时间', '2.5')
  await shows('送到哪个文件夹', '/away')
  const sent = vi.fn()
  page.answer('settings.save', sent)
  page.answer('tickets.saveIssueTypes', sent)
  for (const label of ['时效：优惠券', '反应时间', '送到哪个文件夹']) {
    await page.user.click(screen.getByLabelText(label, { selector: 'input' }))
    await page.user.tab()
  }
  expect(sent).not.toHaveBeenCalled()
})
