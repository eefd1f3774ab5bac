import { screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useNotices } from '../../ui/notices.ts'
import { LifePage } from './LifePage.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const cases = async () => (await accepted(page.client.lifeChannel.list({ limit: 5 }))).cases
const states = async () => (await cases()).map(({ state }) => state)

test('a case whose card is gone is said to be a wrong alarm with a reason, which stands in its story; it is taken back there and by undo', async () => {
  const { callId, sessionId } = await aCall(page.client)
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  const act = { what: 'handed_over', to: '12356', name: null } as const
  const at = '2026-09-18T01:01:00.000Z'
  await accepted(page.client.lifeChannel.act({ actId: v7(), caseId: raised.caseId, at, act }))
  await accepted(page.client.sessions.endCall({ callId }))
  page.show(<LifePage />)
  const say = () => screen.getByRole<HTMLButtonElement>('button', { name: '记为误报' })
  const reason = await screen.findByLabelText(/^为什么是误报/, {}, patience)
  expect(say().disabled).toBe(true)
  await page.user.type(reason, '念的是小说')
  await page.user.click(say())
  await screen.findByText(/记为误报：念的是小说/, {}, patience)
  expect(await accepted(page.client.lifeChannel.sealedCalls({ sessionId }))).toEqual([])
  await page.user.click(screen.getByRole('button', { name: '不是误报' }))
  await screen.findByText(/改为不是误报/, {}, patience)
  expect(await accepted(page.client.lifeChannel.sealedCalls({ sessionId }))).toHaveLength(1)
  await page.user.type(await screen.findByLabelText(/^为什么是误报/, {}, patience), '又看了一遍')
  await page.user.click(say())
  await waitFor(async () => expect(await states()).toEqual(['dismissed']), patience)
  await waitFor(() => expect(useNotices.getState().notices.at(-1)?.undo).toBeDefined(), patience)
  useNotices.getState().notices.at(-1)?.undo?.()
  await waitFor(async () => expect(await states()).toEqual(['handed_over']), patience)
  expect((await cases())[0]?.verdicts.map(({ what }) => what)).toEqual([
    ...(['dismissed', 'restored', 'dismissed', 'restored'] as const),
  ])
})

test('a second reason that is left half typed, after the first one was taken back, stands there again', async () => {
  const { callId, sessionId } = await aCall(page.client)
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  await accepted(page.client.sessions.end({ sessionId }))
  const { unmount } = page.show(<LifePage />)
  const theReason = () => screen.findByLabelText<HTMLInputElement>(/^为什么是误报/, {}, patience)
  await page.user.type(await theReason(), '念的是小说{Enter}')
  await page.user.click(await screen.findByRole('button', { name: '不是误报' }, patience))
  await page.user.type(await theReason(), '又看了')
  unmount()
  page.show(<LifePage />)
  expect((await theReason()).value).toBe('又看了')
})

/** A case that stands, and the field for what was heard since. */
async function aFollowUp() {
  const { callId } = await aCall(page.client)
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  const { unmount } = page.show(<LifePage />)
  const field = await screen.findByLabelText<HTMLTextAreaElement>('跟进', {}, patience)
  const stored = async () =>
    (
      await accepted(page.client.lifeChannel.readSealed({ readingId: v7(), caseId: raised.caseId, reason: '查一下' }))
    ).followUps.map(({ text }) => text)
  return { field, stored, unmount }
}

test('Ctrl+Enter in the follow-up writes it down', async () => {
  const { field, stored } = await aFollowUp()
  await page.user.type(field, '家人到了')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(field.value).toBe(''), patience)
  expect(await stored()).toEqual(['家人到了'])
  await page.told('已记下，和原话一起封存')
})

test('a follow-up stands in the story without its words, and among the sealed words where they are open', async () => {
  const { field } = await aFollowUp()
  await page.user.type(await screen.findByLabelText('为什么要看', {}, patience), '回电')
  await page.user.click(screen.getByRole('button', { name: '打开来看' }))
  await waitFor(() => expect(screen.queryByLabelText('为什么要看')).toBeNull(), patience)
  await page.user.type(field, '家人到了')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  const story = await screen.findByText(/写了跟进/, {}, patience)
  expect(story.textContent).not.toContain('家人到了')
  await screen.findByText(/家人到了/, {}, patience)
})

test('what is typed on while a follow-up is being stored stays, and pressed twice it is stored once', async () => {
  const { field, stored } = await aFollowUp()
  const slow = Promise.withResolvers<void>()
  page.answer('lifeChannel.followUp', async (_, ask) => {
    await slow.promise
    return ask()
  })
  await page.user.type(field, '家人到了')
  await page.user.keyboard('{Control>}{Enter}{/Control}{Control>}{Enter}{/Control}')
  await page.user.type(field, '，她说谢谢')
  slow.resolve()
  await waitFor(() => expect(field.value).toBe('，她说谢谢'), patience)
  expect(await stored()).toEqual(['家人到了'])
})

test('what was typed on before a follow-up was left that was still being stored stands there when it is opened again', async () => {
  const { field, stored, unmount } = await aFollowUp()
  const slow = Promise.withResolvers<void>()
  page.answer('lifeChannel.followUp', async (_, ask) => {
    await slow.promise
    return ask()
  })
  await page.user.type(field, '家人到了')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.user.type(field, '，她说谢谢')
  unmount()
  slow.resolve()
  await waitFor(async () => expect(await stored()).toEqual(['家人到了']), patience)
  await page.told('还没做完')
  page.show(<LifePage />)
  expect((await screen.findByLabelText<HTMLTextAreaElement>('跟进', {}, patience)).value).toBe('，她说谢谢')
})

test('Ctrl+Enter in another field of the case writes no half follow-up down', async () => {
  const { field, stored } = await aFollowUp()
  await page.user.type(field, '家人')
  await page.user.type(await screen.findByLabelText(/^为什么是误报/, {}, patience), '念的是小说')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect(field.value).toBe('家人')
  expect(await stored()).toEqual([])
})

test('whoever opens what is sealed by keys goes on from there', async () => {
  await aFollowUp()
  await page.user.type(await screen.findByLabelText(/^为什么要看/, {}, patience), '交班核实{Enter}')
  const paper = await screen.findByRole('region', { name: '已封存' }, patience)
  await waitFor(() => expect(document.activeElement).toBe(paper), patience)
})

test('a follow-up is read with when it was written down', async () => {
  const { field } = await aFollowUp()
  await page.user.type(field, '家人到了{Control>}{Enter}{/Control}')
  await waitFor(() => expect(field.value).toBe(''), patience)
  await page.user.type(await screen.findByLabelText(/^为什么要看/, {}, patience), '交班核实{Enter}')
  await screen.findByText(/\d+:\d\d 家人到了$/, {}, patience)
})
