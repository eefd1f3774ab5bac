import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../shared/contract/listening/sessions.ts'
import { accepted } from '../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { useNoteBoxes } from '../features/listening/notes/note-box.ts'
import { useTypedWords } from '../features/listening/notes/typed-words.ts'
import { callsOfSession } from '../lib/common-queries.ts'
import { LiveListening } from './LiveListening.tsx'

let page: TestWindow
let session: Session

function Live() {
  const calls = useQuery(callsOfSession(session.id)).data
  return calls === undefined ? null : <LiveListening session={session} calls={calls} />
}

beforeEach(async () => {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await screen.findByLabelText('批注')
})
afterEach(() => page.close())

const typed = '包装上写 13812345678，卡 6222021234567890102'
const theBox = () => screen.getByLabelText('批注')
/** Looked for by its words, which are cheap to find in a page as large as this one. */
const chips = () => screen.queryAllByTitle(/^不是个人信息/)
const chip = (kind: string) => screen.findByTitle(`不是个人信息，恢复原样（${kind}）`)
const theNote = () => document.querySelector('[data-note-id] p')?.textContent
const saveTyped = async (text: string) => {
  theBox().focus()
  await page.user.paste(text)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
}

test('a press at the mask puts back what was typed; undo masks it, and the same words can be put back again', async () => {
  await saveTyped(typed)
  await page.user.click(await chip('手机号'))
  await waitFor(() => expect(theNote()).toBe('包装上写 13812345678，卡 ****0102'))
  expect(document.activeElement).toBe(theBox())
  await page.user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(theNote()).toBe('包装上写 138****5678，卡 ****0102'))
  await page.user.click(await chip('手机号'))
  await waitFor(() => expect(theNote()).toContain('13812345678'))
})

test('one key puts the last one back, and says so where that may never be', async () => {
  await saveTyped(typed)
  await chip('卡号、座机或境外号码')
  await page.user.keyboard('{Alt>}m{/Alt}')
  await waitFor(() => expect(page.notice().title).toBe('身份证、银行卡和公司规则挡住的内容不能恢复'))
  await saveTyped('包装上写 13987654321')
  await waitFor(() => expect(chips()).toHaveLength(3))
  await page.user.keyboard('{Alt>}m{/Alt}')
  await screen.findByText(/13987654321/)
})

test('after the call nothing of it is known any more', async () => {
  await saveTyped(typed)
  await chip('手机号')
  await page.user.keyboard('{Alt>}e{/Alt}')
  await waitFor(() => expect(chips()).toEqual([]))
  expect(useTypedWords.getState().words).toEqual({})
})
