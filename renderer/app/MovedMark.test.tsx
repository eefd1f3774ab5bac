import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import { accepted } from '../../test/builders/console.ts'
import { aCallInAWindow, type CallInAWindow } from '../../test/builders/note-box.tsx'

let desk: CallInAWindow
let page: CallInAWindow['page']
let call: Call

beforeEach(async () => {
  desk = await aCallInAWindow()
  ;({ page, call } = desk)
})
afterEach(() => desk.close())

const show = (shown?: Call) => desk.show(shown)
const box = () => desk.box()
const list = () => desk.list()
const stored = () => desk.stored()

test('the notes of a long call are walked by the arrow keys from one to the next, and one is taken up from there', async () => {
  const texts = Array.from({ length: 45 }, (_, number) => `第 ${number + 1} 条`)
  for (const [number, text] of texts.entries()) {
    const rest = { noteId: v7(), callId: call.id, kind: 'voice', issueTypeId: null } as const
    await accepted(page.client.notes.add({ ...rest, text, offsetMs: number * 1_000 }))
  }
  show()
  const items = within(await list()).getAllByRole('listitem')
  expect(items).toHaveLength(45)
  items[0]?.focus()
  const walked = []
  for (const _ of texts) {
    walked.push(document.activeElement?.querySelector('p')?.textContent)
    await page.user.keyboard('{ArrowDown}')
  }
  expect(walked).toEqual(texts)
  await page.user.keyboard('{ArrowUp}e')
  expect((await box()).value).toBe('第 44 条')
})

describe('a time mark that was wrong', () => {
  const aNoteAt = async (offsetMs: number) => {
    const wish = { noteId: v7(), callId: call.id, kind: 'voice', text: '补差', issueTypeId: null } as const
    await accepted(page.client.notes.add({ ...wish, offsetMs }))
  }
  const markNow = async () => (await stored())[0]?.offsetMs

  test('moved while the note is in the box it is nobody else’s change: the words are taken', async () => {
    await aNoteAt(5_000)
    show()
    const item = (await within(await list()).findByText('补差')).closest<HTMLElement>('[role=listitem]')
    item?.focus()
    await page.user.keyboard('e，改了')
    item?.focus()
    await page.user.keyboard('-')
    await waitFor(async () => expect(await markNow()).not.toBe(5_000))
    await page.told('时间点')
    await page.user.click(await box())
    await page.user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => expect(await stored()).toMatchObject([{ text: '补差，改了' }]))
  })

  test('is moved by keys from its note, seconds shown at once, stored once the hands rest, and taken back', async () => {
    // The call is a minute long by now, says its reference point: marks never leave their call.
    await aNoteAt(0)
    show()
    const item = (await within(await list()).findByText('补差')).closest<HTMLElement>('[role=listitem]') as HTMLElement
    item.focus()
    await page.user.keyboard('{Shift>}{ArrowRight}{/Shift}{ArrowLeft}{ArrowLeft}')
    expect(item.querySelector('time')?.textContent).toBe('00:03')
    const asked: unknown[] = []
    page.answer('notes.restamp', (input, ask) => {
      asked.push(input)
      return ask()
    })
    await waitFor(() => expect(asked).toMatchObject([{ offsetMs: 3_000 }]))
    await page.told('时间点已从 00:00 改到')
    await page.user.click(screen.getByRole('button', { name: /撤销/ }))
    await page.told('时间点已改回')
    expect(await markNow()).toBe(0)
  })

  test('that cannot go further stands where main has it, and says so', async () => {
    const callMs = 60_000
    await aNoteAt(callMs)
    show()
    const item = (await within(await list()).findByText('补差')).closest<HTMLElement>('[role=listitem]') as HTMLElement
    item.focus()
    await page.user.keyboard('{ArrowRight}')
    expect(item.querySelector('time')?.textContent).toBe('01:01')
    await page.told('不能再往后移')
    await waitFor(() => expect(item.querySelector('time')?.textContent).toBe('01:00'))
    expect(await markNow()).toBe(callMs)
  })

  test('is stored when the screen is left before the hands rest', async () => {
    await aNoteAt(0)
    const { unmount } = show()
    const item = (await within(await list()).findByText('补差')).closest<HTMLElement>('[role=listitem]') as HTMLElement
    item.focus()
    const asked: unknown[] = []
    page.answer('notes.restamp', (input, ask) => {
      asked.push(input)
      return ask()
    })
    await page.user.keyboard('{ArrowRight}')
    unmount()
    await waitFor(() => expect(asked).toMatchObject([{ offsetMs: 1_000 }]))
  })

  test('is drawn along the line; a press without drawing takes the note up', async () => {
    await aNoteAt(0)
    show()
    const mark = await screen.findByRole('button', { name: '00:00，原声' })
    const line = mark.parentElement as HTMLElement
    line.getBoundingClientRect = () => ({ left: 100, width: 1_200 }) as DOMRect
    mark.setPointerCapture = () => {}
    const asked: unknown[] = []
    page.answer('notes.restamp', (input, ask) => {
      asked.push(input)
      return ask()
    })
    // jsdom's pointer events know no place: the mouse's do.
    const at = (type: string, clientX: number) =>
      fireEvent(mark, new MouseEvent(type, { bubbles: true, button: 0, clientX }))
    ;(await box()).focus()
    await page.user.pointer({ keys: '[MouseLeft>]', target: mark })
    expect(document.activeElement).toBe(await box())
    at('pointerdown', 100)
    at('pointermove', 300)
    expect(mark.textContent).toBe('00:20')
    at('pointerup', 300)
    at('click', 300)
    await waitFor(() => expect(asked).toMatchObject([{ offsetMs: 20_000 }]))
    expect((await box()).value).toBe('')
    at('pointerdown', 100)
    at('pointerup', 100)
    at('click', 100)
    await waitFor(async () => expect((await box()).value).toBe('补差'))
  })
})
