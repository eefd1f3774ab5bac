import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { filesBelow } from '../../../test/builders/bytes-of.ts'
import { accepted } from '../../../test/builders/console.ts'
import { conversationOf, type SaidAt } from '../../../test/builders/conversation-file.ts'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { patience } from '../../../test/builders/patience.ts'
import type { TestWindow } from '../../../test/builders/window.tsx'
import { cardOfCall } from '../../features/life-channel/card/card-store.ts'
import { useOutbox } from '../../features/life-channel/card/outbox.ts'
import { conversationOfCall } from '../../features/listening/conversation/conversations.queries.ts'
import { changePlayback, play as playFrom, usePlayback } from '../../features/listening/conversation/playback.ts'
import { queryClient } from '../../lib/query-client.ts'

// The caller tells a number and an address in the conversation beside the call; its lines come with their stars.

let seat: LifeSeat
let page: TestWindow
let callId: string
let folder: string

beforeEach(async () => {
  usePlayback.setState({ playback: null })
  seat = await aLifeSeat({
    before: (path: string) => {
      folder = path
    },
  })
  page = seat.page
  callId = seat.call.id
  await seat.sit()
})
afterEach(() => seat.close())

const ORDINARY: SaidAt = [0, 'customer', '吹风机坏了，我要退货']
const NUMBER: SaidAt = [0, 'customer', '我住在人民路 12 号 3 楼, 电话 13900008817']
/** Long after the test. */
const LATER: SaidAt = [900, 'customer', '或者打我妈妈 13812345678']
const red = () => page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
const card = () => screen.findByRole('dialog', { name: '生命通道' }, patience)
const details = async () => (await accepted(page.client.lifeChannel.inHand({})))[0]?.details
const isKept = (what: object) => waitFor(async () => expect(await details()).toMatchObject(what), patience)
const isSent = () => waitFor(() => expect(useOutbox.getState().waiting).toEqual([]), patience)
/** Where it stands on the disk. */
const placesOf = (words: RegExp) =>
  filesBelow(folder).flatMap(({ name, bytes }) => (words.test(bytes.toString('utf8')) ? [name] : []))
const play = async (...lines: readonly SaidAt[]) => {
  const file = { fileName: '通话.vcon.json', base64: conversationOf(...lines) }
  await accepted(page.client.conversations.attach({ callId, ...file }))
  await waitFor(() => expect(usePlayback.getState().playback?.callId).toBe(callId), patience)
}

test('a number that was typed ahead and taken out of the note is passed on once a line tells it', async () => {
  await play(ORDINARY, LATER)
  await page.user.click(await screen.findByLabelText('批注'))
  await page.user.paste('她说 13812345678')
  await red()
  await isKept({ callback: '13812345678' })
  await page.user.click(await screen.findByLabelText('批注'))
  await page.user.keyboard('{Backspace}{Backspace}')
  await isKept({ callback: '' })
  await isSent()
  changePlayback({ pace: 'all' }, performance.now())
  await isKept({ callback: '13812345678' })
})

test('what the lines before a card told of number and address is on no disk until it opens, and is sealed with it then', async () => {
  await play(NUMBER, ORDINARY)
  expect(placesOf(/13900008817|人民路/u)).toEqual([])
  await red()
  const shown = await card()
  await isKept({
    callback: '13900008817',
    address: '人民路 12 号 3 楼',
    passedOn: ['13900008817', '人民路 12 号 3 楼'],
  })
  expect(screen.getByLabelText<HTMLInputElement>(/回拨号码/).value).toBe('13900008817')
  expect(shown.textContent).toContain('批注和对话里仍是星号')
  const lines = queryClient.getQueryData(conversationOfCall(callId).queryKey)?.lines.map(({ text }) => text)
  expect(lines?.[0]).toContain('139****8817')
})

test('what was not played yet is told by nobody, and is put there once it is', async () => {
  await play(NUMBER, LATER)
  await red()
  await card()
  await isKept({ callback: '13900008817' })
  changePlayback({ pace: 'all' }, performance.now())
  await isKept({ callback: '13900008817 / 13812345678' })
})

test('a cry in the lines is told with the number of a conversation that comes while its card is open', async () => {
  await red()
  await card()
  await play(NUMBER)
  await isKept({ callback: '13900008817', address: '人民路 12 号 3 楼' })
})

test('a line is passed on as it is played, as the next call may begin in the same second', async () => {
  await play(ORDINARY, [3, 'customer', '电话 13900008817'], LATER)
  await red()
  await card()
  await isSent()
  const counts: number[] = []
  page.answer('conversations.toPassOn', (input, ask) => {
    counts.push((input as { lineCount: number }).lineCount)
    return ask()
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    playFrom(callId, performance.now())
    vi.advanceTimersByTime(500)
    changePlayback({}, performance.now())
    counts.length = 0
    vi.advanceTimersByTime(2_490)
    expect(counts).not.toContain(2)
    vi.advanceTimersByTime(20)
    expect(counts).toContain(2)
  } finally {
    vi.useRealTimers()
  }
})

test('what was not answered is asked again, also once all was played', async () => {
  await play(ORDINARY, [3, 'customer', '电话 13900008817'])
  await red()
  await card()
  await isSent()
  let isAnswered = false
  page.answer('conversations.toPassOn', async (_, ask) =>
    isAnswered ? ask() : { ok: false, code: 'unexpected', detail: { reference: 'A1' } },
  )
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    playFrom(callId, performance.now())
    await vi.advanceTimersByTimeAsync(5_000)
    isAnswered = true
    await vi.advanceTimersByTimeAsync(1_000)
  } finally {
    vi.useRealTimers()
  }
  await waitFor(() => expect(cardOfCall(callId)?.details.callback).toBe('13900008817'), patience)
})

test('what somebody took out stays out, also for a window that comes anew', async () => {
  await play(NUMBER, LATER)
  await red()
  await card()
  await isKept({ callback: '13900008817' })
  await page.user.click(screen.getByRole('button', { name: '不要' }))
  await isKept({ callback: '', address: '' })
  changePlayback({ pace: 'all' }, performance.now())
  await isKept({ callback: '13812345678', address: '' })
  const told = { callId, lineCount: 2, takenOut: [] }
  expect(await accepted(page.client.conversations.toPassOn(told))).toEqual({
    callbacks: ['13812345678'],
    addresses: [],
  })
})

test('a wrong alarm takes it off the disk again, and it is there once it was none', async () => {
  await play(NUMBER)
  await red()
  await card()
  await isKept({ callback: '13900008817' })
  await page.user.click(screen.getByRole('button', { name: /误报/ }))
  await isSent()
  await waitFor(() => expect(placesOf(/13900008817|人民路/u)).toEqual([]), patience)
  await red()
  await isKept({ callback: '13900008817', address: '人民路 12 号 3 楼' })
})

test('it is forgotten with its call, and with its conversation', async () => {
  const told = async () => accepted(page.client.conversations.toPassOn({ callId, lineCount: 9, takenOut: [] }))
  const nothing = { callbacks: [], addresses: [] }
  await play(NUMBER)
  expect(await told()).toMatchObject({ callbacks: ['13900008817'] })
  await accepted(page.client.conversations.detach({ callId }))
  expect(await told()).toEqual(nothing)
  await play(NUMBER)
  await accepted(page.client.sessions.nextCall({ sessionId: seat.call.sessionId, reference: null }))
  await waitFor(async () => expect(await told()).toEqual(nothing), patience)
  // Nor is it kept of a call that is over.
  await accepted(page.client.conversations.attach({ callId, fileName: 'a.json', base64: conversationOf(NUMBER) }))
  expect(await told()).toEqual(nothing)
})

test('a number that was told in a line and typed as well stays as it is taken out of the note', async () => {
  await play(NUMBER)
  await page.user.click(await screen.findByLabelText('批注'))
  await page.user.paste('她说 13900008817')
  await red()
  await isKept({ callback: '13900008817' })
  await page.user.click(await screen.findByLabelText('批注'))
  await page.user.keyboard('{Backspace}{Backspace}')
  await waitFor(() => expect(cardOfCall(callId)?.metInWords).toContain('13900008817'), patience)
  await isSent()
  await isKept({ callback: '13900008817' })
})
