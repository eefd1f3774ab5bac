import { act, screen, waitFor, within } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Evidence } from '../../../shared/contract/life-channel/danger.ts'
import { headingOf } from '../../../shared/domain/life-channel/heading.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { patience } from '../../../test/builders/patience.ts'
import type { TestWindow } from '../../../test/builders/window.tsx'
import { dismissCase, handOver, hearMore, takeUpCases } from '../../features/life-channel/card/card.actions.ts'
import {
  askAbout,
  askNoMore,
  cardOf,
  type LifeCard,
  useLife,
  waitingCard,
} from '../../features/life-channel/card/card-store.ts'
import { beginDrill, sayNextLine } from '../../features/life-channel/drill/drill-store.ts'
import { HANDS_REST_MS } from '../../features/life-channel/ear/hands-rest.ts'
import { forgetAnswers } from '../../features/life-channel/ear/heard-of-call.ts'

// A card is open, or folded, and the call goes on.

let seat: LifeSeat
let page: TestWindow

beforeEach(async () => {
  seat = await aLifeSeat()
  page = seat.page
  await seat.sit()
})
afterEach(() => seat.close())

const box = () => screen.findByLabelText<HTMLTextAreaElement>('批注')
const card = () => screen.findByRole('dialog', { name: '生命通道' }, patience)
const red = () => page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
const news = (shown: HTMLElement) => shown.querySelector('header [role="status"]')?.textContent
const kinds = (shown: HTMLElement) =>
  [...within(shown).getByRole('region', { name: '来电的人' }).querySelectorAll('p')].slice(1).map((p) => p.textContent)
const only = () => useLife.getState().cards[0]
const inHand = async () => (await accepted(page.client.lifeChannel.inHand({})))[0]
const said = (grade: Evidence['grade'], kind: Evidence['kind'], ...words: string[]) =>
  act(() => hearMore(only()?.caseId ?? '', { grade, kind, words, earVersion: '1' }))

test('a card that the key opened is headed by what is typed on, is told once, and takes no key', async () => {
  await red()
  const shown = await card()
  expect(shown.dataset.grade).toBeUndefined()
  await red()
  await page.user.keyboard('5')
  await page.user.keyboard('{Escape}')
  await page.user.keyboard('我今晚就从楼上跳下去，')
  const bar = await screen.findByText(/又听到：高危/, {}, patience)
  expect(bar.textContent).toContain('还没有人接手')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(await box())
  await page.user.keyboard('安眠药吃了一整瓶')
  await red()
  const again = await card()
  expect(again.dataset.grade).toBe('high')
  // What the line says on comes once the hands rest.
  await waitFor(() => expect(again.textContent).toContain('安眠药'), patience)
  expect(within(again).getByRole('button', { name: /账号/, pressed: true })).toBeTruthy()
  await waitFor(async () => expect(await inHand()).toMatchObject({ case: { grade: 'high', origin: 'key' } }), patience)
  await page.user.keyboard('{Escape}')
  expect(screen.queryByText(/又听到/)).toBeNull()
})

test('whoever stands on the button of a folded card stays there as something is asked beside it, and as that goes', async () => {
  await red()
  await card()
  await page.user.keyboard('{Escape}')
  const back = await screen.findByRole('button', { name: /回到卡片/ })
  act(() => back.focus())
  // Off the pages of calls each page begins beneath what is asked.
  await page.user.keyboard('gc')
  act(() => back.focus())
  const facts = { callId: v7(), callNumber: 9, callStartedAt: null, reference: null, seatNumber: null, roomId: null }
  const evidence = { grade: 'medium', kind: 'suicide', words: ['想走了'], earVersion: '1' } as const
  act(() => askAbout({ facts, isFaint: false, isOfHalf: false, evidence }))
  await screen.findByText('想走了', { exact: false })
  expect(document.activeElement).toBe(back)
  act(() => askNoMore(facts.callId))
  expect(document.activeElement).toBe(back)
})

test('while a card is open its heading follows upwards alone, keeps each kind, and is read out once', async () => {
  await red()
  const shown = await card()
  const focused = document.activeElement
  said('medium', 'child_in_danger', '孩子一个人在家')
  expect([shown.dataset.grade, kinds(shown), news(shown)]).toEqual([
    undefined,
    ['孩子可能有危险'],
    '现在是：孩子可能有危险',
  ])
  said('high', 'suicide', '我不想活了')
  const high = ['high', ['可能想结束生命', '孩子可能有危险'], '现在是：高危 · 可能想结束生命 · 孩子可能有危险']
  expect([shown.dataset.grade, kinds(shown), news(shown)]).toEqual(high)
  said('low', 'suicide', '算了')
  expect([shown.dataset.grade, kinds(shown), news(shown)]).toEqual(high)
  const words = [...shown.querySelectorAll('time')].map((time) => time.parentElement?.textContent?.slice(0, 4))
  expect(words).toEqual(expect.arrayContaining(['我不想活']))
  expect(shown.textContent).toContain('孩子一个人在家')
  // What helps one of the two is asked first, what helps the other stays.
  expect(shown.textContent).toContain('结束自己的生命')
  expect(shown.textContent).toContain('门怎么进')
  expect(document.activeElement).toBe(focused)
  expect(screen.getAllByRole('dialog')).toHaveLength(1)
})

test('after a hand-over, too, what is heard since is told above, and no card opens by itself; a restart keeps all of it', async () => {
  await red()
  await card()
  said('medium', 'child_in_danger', '孩子一个人在家')
  act(() => handOver(only()?.caseId ?? '', '12356', null))
  await page.user.keyboard('{Escape}')
  expect(screen.queryByText(/又听到/)).toBeNull()
  said('high', 'suicide', '我不想活了')
  expect((await screen.findByText(/又听到：高危/)).textContent).not.toContain('还没有人接手')
  expect(screen.queryByRole('dialog')).toBeNull()
  await waitFor(async () => expect((await inHand())?.heard).toHaveLength(2), patience)
  const kept = await accepted(page.client.lifeChannel.inHand({}))
  act(() => useLife.setState({ cards: [], shownId: null }))
  act(() => takeUpCases(kept))
  expect(only()?.heard.map(({ evidence }) => evidence.kind)).toEqual(['child_in_danger', 'suicide'])
})

const typedHere = async (words: string) => {
  await page.user.click(await box())
  await page.user.keyboard(words)
}

test('a reload, a restart and another window hear nothing of it a second time, and what is said on there they hear', async () => {
  const kinds = async () => (await inHand())?.heard.map(({ evidence }) => evidence.kind) ?? []
  await typedHere('孩子一个人在家，没人管。我不想活了，安眠药吃了一整瓶')
  await waitFor(() => expect(only()?.heard.length).toBeGreaterThan(0), patience)
  await typedHere('，家里煤气味好大，我老婆叫不醒了')
  // Gas, or who does not wake: which of both depends on where the hands rested.
  await waitFor(
    async () => expect((await kinds()).some((kind) => kind === 'gas' || kind === 'emergency')).toBe(true),
    patience,
  )
  // The same time on the card and in what is sealed.
  await waitFor(async () => expect(only()?.heard).toEqual((await inHand())?.heard), patience)
  const before = only()?.heard ?? []
  const kept = await accepted(page.client.lifeChannel.inHand({}))
  act(() => {
    useLife.setState({ cards: [], shownId: null })
    forgetAnswers()
    takeUpCases(kept)
  })
  await typedHere(' ')
  // The window has looked at what stood there once the hands rested.
  await act(() => new Promise((done) => setTimeout(done, 2 * HANDS_REST_MS)))
  await typedHere('，他拿刀砍我，救命')
  await waitFor(async () => expect(await kinds()).toContain('violence'), patience)
  const since = only()?.heard.slice(before.length) ?? []
  expect(since.map(({ evidence }) => evidence.kind)).toEqual(['violence'])
})

test('somebody who cries repeats it: another danger beside it is heard, in the same line or in the next one', async () => {
  const heard = () => only()?.heard.map(({ evidence: { kind, words } }) => `${kind} ${words.join('|')}`) ?? []
  await page.user.click(await box())
  await page.user.paste('我要跳楼，我没有')
  await waitFor(() => expect(heard()).toEqual(['suicide 我要跳楼']), patience)
  await page.user.keyboard('{Escape}')
  await page.user.click(await box())
  await page.user.keyboard('{Enter}')
  await page.user.paste('真的，我要跳楼，我已经喝了百草枯')
  await waitFor(() => expect(heard().slice(1)).toEqual(['poisoning 我已经喝了百草枯']), patience)
  expect(headingOf('detected', only()?.heard.map(({ evidence }) => evidence) ?? []).kinds).toEqual([
    'suicide',
    'poisoning',
  ])
})

test('a line that says two dangers at once shows both', async () => {
  await page.user.click(await box())
  await page.user.paste('我不想活了，安眠药吃了一整瓶')
  const shown = await card()
  await waitFor(() => expect(kinds(shown)).toEqual(['可能想结束生命', '可能中毒']), patience)
})

test('what is heard of a case that is taken over hides none that nobody took over', () => {
  const handedOver = [{ to: '12356', name: null, at: '2026-01-01T00:00:00.000Z' }] as const
  const cardOfCase = (caseId: string, more: Partial<LifeCard>) =>
    ({ caseId, handedOver: [], origin: 'key', heard: [], seen: 0, ...more }) as unknown as LifeCard
  const evidence = { grade: 'high', kind: 'violence', words: ['他砍我'], earVersion: '1' } as const
  const taken = cardOfCase('taken', { handedOver, heard: [{ at: '2026-01-01T00:00:01.000Z', evidence }] })
  expect(waitingCard([cardOfCase('pending', {}), taken])?.caseId).toBe('pending')
  expect(waitingCard([cardOfCase('drill', { isDrill: true }), taken])?.caseId).toBe('taken')
})

test('a drill is headed by what its lines said once somebody took over, and not before, as that would tell the cry', async () => {
  act(() => beginDrill('last'))
  const shown = await screen.findByRole('dialog', { name: '演练' }, patience)
  for (let line = 0; line < 4; line += 1) act(sayNextLine)
  await waitFor(() => expect(only()?.heard.length).toBeGreaterThan(0), patience)
  expect([shown.dataset.grade, news(shown), kinds(shown)]).toEqual([undefined, '', []])
  await page.user.keyboard('2')
  await waitFor(() => expect(shown.dataset.grade).toBe('high'), patience)
  expect(kinds(shown)).not.toEqual([])
  expect(await accepted(page.client.lifeChannel.inHand({}))).toEqual([])
})

test('a folded card tells what was heard since it was folded, and not again what stood on it', async () => {
  await red()
  await card()
  await said('high', 'suicide', '我不想活了')
  await page.user.keyboard('{Escape}')
  expect(screen.queryByText(/又听到/)).toBeNull()
  await said('medium', 'violence', '他打我')
  const bar = await screen.findByText(/又听到/)
  expect(bar.textContent).toContain('又听到：可能正遭受暴力。')
})

test('after a restart the line tells what was heard since somebody last pressed something on the card, and how many other cases wait', async () => {
  await red()
  await card()
  await red()
  await page.user.keyboard('2{Escape}')
  const taken = only()?.caseId ?? ''
  const kept = await waitFor(async () => {
    const all = await accepted(page.client.lifeChannel.inHand({}))
    expect(all[0]?.case.handedOver).toHaveLength(1)
    return all
  }, patience)
  const evidence = { grade: 'medium', kind: 'child_in_danger', words: ['孩子在屋里'], earVersion: '1' } as const
  const later = kept.map((one) => ({
    ...one,
    heard: [
      { at: one.case.raisedAt, evidence: { ...evidence, kind: 'suicide' } as const },
      { at: new Date(Date.parse(one.case.handedOver[0]?.at ?? '') + 5_000).toISOString(), evidence },
    ],
  }))
  act(() => {
    useLife.setState({ cards: [], shownId: null })
    takeUpCases(later)
  })
  expect((await screen.findByText(/又听到/)).textContent).toContain('孩子')
  const waiting = (caseId: string) => ({ ...cardOf(taken), caseId, handedOver: [], heard: [] }) as LifeCard
  act(() => useLife.setState(({ cards }) => ({ cards: [...cards, waiting('one'), waiting('two')] })))
  expect((await screen.findByText(/还没有人接手/)).textContent).toContain('还有 1 件没有人接手')
})

test('a wrong alarm is one: what was heard in the same breath, and an ordinary note behind it, open no second card', async () => {
  await page.user.click(await box())
  await page.user.paste('我不想活了，安眠药吃了一整瓶')
  await card()
  expect(only()?.heard.map(({ evidence }) => evidence.kind)).toEqual(['suicide', 'poisoning'])
  act(() => dismissCase(only()?.caseId ?? ''))
  await page.user.click(await box())
  await page.user.paste('，快递还没到')
  await act(() => new Promise((done) => setTimeout(done, 2 * HANDS_REST_MS)))
  expect(useLife.getState().cards).toEqual([])
})
