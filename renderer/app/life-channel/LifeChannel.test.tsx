import { useQuery } from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { Link } from 'react-router'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../../shared/contract/listening/sessions.ts'
import { accepted } from '../../../test/builders/console.ts'
import { wordsHeardFaintly } from '../../../test/builders/faint-words.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { handOver, raiseCase } from '../../features/life-channel/card/card.actions.ts'
import { cardOf, changeCard, useLife } from '../../features/life-channel/card/card-store.ts'
import { useOutbox } from '../../features/life-channel/card/outbox.ts'
import { beginDrill, sayNextLine, useLifeDrill } from '../../features/life-channel/drill/drill-store.ts'
import { forgetAnswers } from '../../features/life-channel/ear/heard-of-call.ts'
import { useNoteBoxes } from '../../features/listening/notes/note-box.ts'
import { callsOfSession, workspaceStatus } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { LiveListening } from '../LiveListening.tsx'
import { fetchLifeChannel, LifeChannel } from './LifeChannel.tsx'

let page: TestWindow
let session: Session

function Seat() {
  const calls = useQuery(callsOfSession(session.id)).data
  return (
    <>
      <main id="main" tabIndex={-1}>
        {calls === undefined ? null : <LiveListening session={session} calls={calls} />}
      </main>
      <LifeChannel />
      <Link to="/tickets">工单</Link>
      <Link to={`/listen/${session.id}`}>听线</Link>
    </>
  )
}

beforeEach(async () => {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  useLife.setState({ cards: [], shownId: null, isEngaged: false, questions: [], dismissed: null })
  useOutbox.setState({ waiting: [], refused: [], why: null })
  useLifeDrill.setState({ running: null })
  forgetAnswers()
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: 'CC-9' }))
  await fetchLifeChannel()
  await queryClient.prefetchQuery(workspaceStatus)
})
afterEach(() => page.close())

const NO_CALL = { callId: null, callNumber: null, callStartedAt: null, reference: null, seatNumber: null, roomId: null }
const red = () => page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
const box = () => screen.findByLabelText<HTMLTextAreaElement>('批注')
const card = () => screen.findByRole('dialog', { name: '生命通道' }, patience)
/** From within a word: the first press leaves the keyboard where it is. */
async function onCard() {
  await red()
  const shown = await card()
  await red()
  return shown
}
const cases = async () => (await accepted(page.client.lifeChannel.list({ limit: 20 }))).cases
const stored = (check: (all: Awaited<ReturnType<typeof cases>>) => void) =>
  waitFor(async () => check(await cases()), patience)

async function sit() {
  page.show(<Seat />, `/listen/${session.id}`)
  await box()
  // The ear is open once the contacts were asked for.
  await waitFor(() => expect(queryClient.getQueryData(['lifeChannel', 'contacts'])).toBeDefined(), patience)
}

test('the red key twice amid a word: the card has the keys, each press its time, and Esc leads back into the word', async () => {
  await sit()
  await page.user.keyboard('她说话慢')
  await red()
  const shown = await card()
  await red()
  expect(shown.contains(document.activeElement)).toBe(true)
  expect(shown.textContent).toContain('来电参考 CC-9')
  await page.user.keyboard('57')
  await red()
  await page.user.keyboard('2')
  await page.user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(await box())
  expect((await box()).value).toBe('她说话慢')
  await stored(([one]) =>
    expect(one).toMatchObject({
      ...{ origin: 'key', state: 'handed_over', handedOver: [{ to: '12356' }] },
      steps: [{ step: 'account' }, { step: 'orders' }],
    }),
  )
})

test('digits typed into a field of the card are text, and what stands there is stored as it is', async () => {
  await sit()
  await onCard()
  await page.user.keyboard('c')
  await page.user.keyboard('13912345678')
  expect(screen.getByLabelText<HTMLInputElement>('回拨号码').value).toBe('13912345678')
  await page.user.tab()
  await waitFor(async () => {
    const [one] = await accepted(page.client.lifeChannel.inHand({}))
    expect(one?.details?.callback).toBe('13912345678')
  }, patience)
  await stored(([one]) => expect(one?.steps).toEqual([]))
})

test('the red key leads out of a field of the card to its number keys, and the card says so meanwhile', async () => {
  await sit()
  const shown = await onCard()
  await page.user.keyboard('c')
  await page.user.keyboard('13912345678')
  expect(shown.textContent).toContain('要用卡片上的键，先按')
  await red()
  expect(shown.textContent).not.toContain('要用卡片上的键，先按')
  await page.user.keyboard('4')
  expect(screen.getByLabelText<HTMLInputElement>('回拨号码').value).toBe('13912345678')
  await stored(([one]) => expect(one?.handedOver).toMatchObject([{ to: '120' }]))
})

test('the same key right away takes a hand-over back, later it says that they were called once more', async () => {
  const caseId = raiseCase({ origin: 'key', facts: NO_CALL, evidence: null, isEngaged: true })
  const times = () => cardOf(caseId)?.handedOver.length
  handOver(caseId, '110', null)
  handOver(caseId, '110', null)
  expect(times()).toBe(0)
  changeCard(caseId, { handedOver: [{ to: '110', name: null, at: '2026-01-01T00:00:00.000Z' }] })
  handOver(caseId, '110', null)
  expect(times()).toBe(2)
  await waitFor(() => expect(useOutbox.getState().waiting).toEqual([]), patience)
})

test('contacts of the same name are told apart', async () => {
  const contact = { name: '李静', phone: '', about: '', personId: null }
  await accepted(page.client.lifeChannel.saveContacts({ contacts: [contact, contact], seenVersion: 0 }))
  await sit()
  await red()
  await card()
  fireEvent.click(await screen.findByRole('button', { name: /李静 \(2\)/ }, patience))
  await stored(([one]) => expect(one?.handedOver).toMatchObject([{ name: '李静 (2)' }]))
  const pressed = screen.getAllByRole('button', { name: /李静/ }).map((one) => one.getAttribute('aria-pressed'))
  expect(pressed).toEqual(['false', 'true'])
})

test('a wrong alarm is gone with one key and back with another', async () => {
  await sit()
  await onCard()
  await page.user.keyboard('w')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patience)
  await stored(([one]) => expect(one?.state).toBe('dismissed'))
  fireEvent.click(await screen.findByRole('button', { name: /撤销/ }))
  await card()
  await stored(([one]) => expect(one?.state).toBe('open'))
})

test('a cry of high risk opens the card, and the keys still go to the note', async () => {
  await sit()
  await page.user.keyboard('我药都买好了，今晚就吃安眠药自杀')
  const shown = await card()
  expect(document.activeElement).toBe(await box())
  await page.user.keyboard('地址 35')
  expect((await box()).value).toMatch(/地址 35$/)
  expect(shown.textContent).toContain('地址 35')
  await stored(([one]) => expect(one).toMatchObject({ origin: 'detected', grade: 'high', steps: [], handedOver: [] }))
  await red()
  await page.user.keyboard('4')
  await stored(([one]) => expect(one?.handedOver).toMatchObject([{ to: '120' }]))
})

test('nothing opens amid a composition', async () => {
  await sit()
  const field = await box()
  fireEvent.compositionStart(field)
  fireEvent.change(field, { target: { value: '我药都买好了，今晚就吃安眠药自杀' } })
  // Longer than a pause: what does not come is waited for as long as it takes to come otherwise.
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.compositionEnd(field)
  await card()
})

test('a risk that is noted asks in a line, which takes no key', async () => {
  await sit()
  await page.user.keyboard('{Alt>}4{/Alt}说要去消协投诉{Control>}{Enter}{/Control}')
  await screen.findByText('刚记了一条风险，要走生命通道吗？', {}, patience)
  expect(document.activeElement).toBe(await box())
  expect(screen.queryByRole('dialog')).toBeNull()
  await red()
  await card()
  await stored(([one]) => expect(one).toMatchObject({ origin: 'risk_note', grade: null }))
})

/** A part of its own: the words before it give way where there is no room, the question never. */
const QUIET = '」会不会是求助？'

const [FAINT, FAINT_GRADE] = await wordsHeardFaintly()

test('what is heard faintly is asked quietly, leaves with its words, and is no wrong alarm when it was nothing', async () => {
  await sit()
  await page.user.keyboard(FAINT)
  await screen.findByText(QUIET, {}, patience)
  expect(document.activeElement).toBe(await box())
  await page.user.clear(await box())
  await waitFor(() => expect(screen.queryByText(QUIET)).toBeNull(), patience)
  await page.user.keyboard(FAINT)
  await screen.findByText(QUIET, {}, patience)
  await page.user.keyboard('{Alt>}w{/Alt}')
  expect(screen.queryByText(QUIET)).toBeNull()
  expect((await box()).value).toBe(FAINT)
  expect(await cases()).toEqual([])
  // Asked once; yet nothing that was said quietly keeps a cry from being heard.
  await page.user.keyboard('，安眠药已经吃了一整瓶')
  const shown = await card()
  expect(screen.queryByText(QUIET)).toBeNull()
  expect(shown.textContent).toContain('安眠药')
})

test('what is asked quietly covers no other page, and is asked again at the calls', async () => {
  await sit()
  await page.user.keyboard(FAINT)
  await screen.findByText(QUIET, {}, patience)
  await page.user.click(screen.getByRole('link', { name: '工单' }))
  expect(screen.queryByText(QUIET)).toBeNull()
  await page.user.click(screen.getByRole('link', { name: '听线' }))
  await screen.findByText(QUIET, {}, patience)
})

test('a card says that its call is sealed, and of one without a call nothing of the kind', async () => {
  await sit()
  await red()
  expect((await card()).textContent).toContain('这通电话已封存')
  useLife.setState({ cards: useLife.getState().cards.map((each) => ({ ...each, facts: NO_CALL })) })
  await waitFor(async () => expect((await card()).textContent).not.toContain('这通电话已封存'), patience)
})

test('the red key takes up what is asked quietly', async () => {
  await sit()
  await page.user.keyboard(FAINT)
  await screen.findByText(QUIET, {}, patience)
  await red()
  await card()
  await stored(([one]) => expect(one).toMatchObject({ origin: 'detected', grade: FAINT_GRADE }))
})

test('the house has words of its own: they are heard as soon as they are saved, and what they call harmless is not', async () => {
  await sit()
  const word = { means: 'danger', grade: 'medium', kind: 'farewell' } as const
  await accepted(
    page.client.lifeWords.save({
      words: [{ ...word, text: '去找老周报到', examples: ['我去找老周报到'] }],
      seenVersion: null,
    }),
  )
  await queryClient.invalidateQueries({ queryKey: ['lifeChannel'] })
  await page.user.keyboard('我明天就去找老周报到')
  const asked = await screen.findByText('」，要走生命通道吗？', {}, patience)
  expect(asked.parentElement?.textContent).toBe('听到「我明天就去找老周报到」，要走生命通道吗？')
})

test('a bar that asks aloud is answered by the same key, and counted', async () => {
  await sit()
  await page.user.keyboard('要是明天醒不过来就好了')
  await screen.findByText(/要走生命通道吗/, {}, patience)
  await page.user.keyboard('{Alt>}w{/Alt}')
  await stored(([one]) => expect(one).toMatchObject({ origin: 'detected', state: 'dismissed' }))
})

test('with a disk that takes nothing the card opens all the same, says so, and stores all of it as soon as it can', async () => {
  await sit()
  const refusal = { ok: false, code: 'disk_full', detail: {} }
  page.answer('lifeChannel.raise', async () => refusal)
  const shown = await onCard()
  await page.user.keyboard('3')
  await waitFor(() => expect(shown.textContent).toContain('磁盘满了'), patience)
  expect(shown.textContent).toContain('一存下，这通电话就封存')
  expect(await cases()).toEqual([])
  const isHeld = () => {
    const leaving = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(leaving)
    return leaving.defaultPrevented
  }
  expect(isHeld()).toBe(true)
  page.answer('lifeChannel.raise', (_, ask) => ask())
  await stored(([one]) => expect(one?.handedOver).toMatchObject([{ to: '110' }]))
  await waitFor(() => expect(isHeld()).toBe(false), patience)
})

test('what is refused is said not to be stored, and kept: tried again it is all there', async () => {
  await sit()
  page.answer('lifeChannel.raise', async () => ({ ok: false, code: 'bad_input', detail: {} }))
  const shown = await onCard()
  await page.user.keyboard('3')
  await waitFor(() => expect(useOutbox.getState()).toMatchObject({ waiting: [], refused: [{}, {}] }), patience)
  expect(shown.textContent).toContain('没有存下')
  expect(shown.textContent).not.toContain('已存下')
  page.answer('lifeChannel.raise', (_, ask) => ask())
  fireEvent.click(screen.getByRole('button', { name: '再存一次' }))
  await stored(([one]) => expect(one?.handedOver).toMatchObject([{ to: '110' }]))
  await waitFor(() => expect(shown.textContent).toContain('已封存，已存下'), patience)
})

test('a drill is told apart at sight, measures from the cry to the hand-over, and is no case', async () => {
  await sit()
  act(() => beginDrill(null))
  const shown = await screen.findByRole('dialog', { name: '演练' }, patience)
  expect(shown.dataset.drill).toBe('true')
  await page.user.keyboard('2')
  await waitFor(() => expect(shown.textContent).toContain('太早了'), patience)
  // Nobody took over, and no clock that runs tells where the cry is.
  const timer = within(shown).getByRole('timer')
  const pressed = () => within(shown).queryAllByRole('button', { pressed: true })
  expect([timer.textContent, timer.dataset.done, pressed()]).toEqual(['--:--从呼救算起', undefined, []])
  for (let line = 0; line < 4; line += 1) act(sayNextLine)
  expect(timer.textContent).toBe('--:--从呼救算起')
  await page.user.keyboard('1')
  await page.user.keyboard('2')
  await waitFor(() => expect(shown.textContent).toContain('交对了人'), patience)
  await waitFor(async () => expect(await accepted(page.client.lifeDrills.history({}))).toHaveLength(1), patience)
  expect(await cases()).toEqual([])
})
