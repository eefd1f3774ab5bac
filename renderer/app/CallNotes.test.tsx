import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import { accepted } from '../../test/builders/console.ts'
import { aCallInAWindow, type CallInAWindow } from '../../test/builders/note-box.tsx'
import { patience } from '../../test/builders/patience.ts'
import { useNoteBoxes } from '../features/listening/notes/note-box.ts'
import { watchOverSending } from '../features/listening/notes/notes.actions.ts'
import { useConnection } from '../lib/connection-store.ts'
import { queryClient } from '../lib/query-client.ts'
import { settingsQuery } from '../lib/settings.ts'

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
const save = '{Control>}{Enter}{/Control}'
const storedTexts = async () => (await stored()).map(({ text }) => text)

describe('typing a note', () => {
  test('Enter is a new line; Ctrl+Enter saves: the box is free, the note is on disk and in the list', async () => {
    show()
    const area = await box()
    expect(document.activeElement).toBe(area)
    await page.user.type(area, `上周买的{Enter}今天降价了`)
    expect(area.value).toBe('上周买的\n今天降价了')
    await page.user.keyboard(save)
    await within(await list()).findByText(/今天降价了/)
    expect((await box()).value).toBe('')
    expect(document.activeElement).toBe(await box())
    await waitFor(async () => expect(await storedTexts()).toEqual(['上周买的\n今天降价了']))
  })

  test('a saved note is put in its place: nothing of the call is read again, and a note of another window is', async () => {
    const asked: string[] = []
    for (const name of ['notes.ofCall', 'sessions.calls'])
      page.answer(name, (_, ask) => {
        asked.push(name)
        return ask()
      })
    show()
    await page.user.type(await box(), '第一条')
    await waitFor(() => expect(asked).toEqual(['notes.ofCall']))
    await page.user.keyboard(save)
    await page.user.type(await box(), '第二条')
    await page.user.keyboard(save)
    await waitFor(() => expect(useNoteBoxes.getState().sending).toEqual([]))
    expect((await list()).textContent).toMatch(/第一条.*第二条/)
    expect(asked).toEqual(['notes.ofCall'])

    const wish = {
      noteId: v7(),
      callId: call.id,
      kind: 'voice',
      text: '另一个窗口',
      offsetMs: 0,
      issueTypeId: null,
    } as const
    await accepted(page.client.notes.add(wish))
    await within(await list()).findByText('另一个窗口')
    expect(asked).toEqual(['notes.ofCall', 'notes.ofCall'])
  })

  test('Alt and a digit say whose words they are; the next note is the customer’s again', async () => {
    show()
    await page.user.type(await box(), '坐席没听懂{Alt>}2{/Alt}')
    await page.user.keyboard(save)
    await page.user.type(await box(), '喂你好')
    await page.user.keyboard(save)
    await waitFor(async () => expect(await stored()).toHaveLength(2))
    expect((await stored()).map(({ kind, text }) => [kind, text])).toEqual([
      ['view', '坐席没听懂'],
      ['voice', '喂你好'],
    ])
  })

  test('the numeric pad under Alt, which spells a character, chooses neither kind nor type', async () => {
    show()
    const spell = async (digits: string) => {
      const field = await box()
      for (const key of digits) fireEvent.keyDown(field, { key, code: `Numpad${key}`, location: 3, altKey: true })
    }
    await spell('0172')
    await page.user.keyboard('{Alt>}t{/Alt}')
    await spell('0123')
    expect((await box()).closest<HTMLElement>('[data-kind]')?.dataset.kind).toBe('voice')
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([])
  })

  test('nothing and blanks alone are no note', async () => {
    show()
    await page.user.type(await box(), '  {Enter} ')
    await page.user.keyboard(save)
    expect(screen.getByRole('button', { name: /保存，记下一条/ })).toHaveProperty('disabled', true)
    expect(await storedTexts()).toEqual([])
  })
})

describe('the time mark', () => {
  /** Saves «喂你好» with a pause after its first key; gives its mark and between which lengths of the call that key was pressed. */
  async function mark(reactionLagMs: number) {
    await accepted(page.client.settings.save({ reactionLagMs }))
    await queryClient.fetchQuery(settingsQuery)
    show({ ...call, elapsedMs: 60_000 })
    const area = await box()
    // The window measures from the first drawing on, which lies between these two.
    const earliestMs = 60_000 - reactionLagMs
    await page.user.type(area, '喂')
    const shown = screen.getByLabelText('时间点').textContent
    await page.user.type(area, '你好')
    await page.user.keyboard(save)
    await waitFor(async () => expect(await stored()).toHaveLength(1))
    return { offsetMs: (await stored())[0]?.offsetMs ?? 0, earliestMs, shown }
  }

  test('is the first key, not the save', async () => {
    const { offsetMs, earliestMs, shown } = await mark(0)
    expect(offsetMs).toBeGreaterThanOrEqual(earliestMs)
    const seconds = Math.floor(offsetMs / 1_000)
    expect(shown).toBe(`${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`)
  })

  test('lies earlier by the reaction lag of the person, from the settings to the disk', async () => {
    const startedMs = performance.now()
    const { offsetMs, earliestMs } = await mark(7_000)
    expect(offsetMs).toBeGreaterThanOrEqual(earliestMs)
    // However slow this machine: without the lag it could not lie before the length the call had when it was drawn.
    expect(offsetMs).toBeLessThan(60_000 - 7_000 + (performance.now() - startedMs))
    expect(earliestMs).toBe(53_000)
  })
})

describe('an input method', () => {
  const compose = (area: HTMLTextAreaElement, text: string) => {
    fireEvent.keyDown(area, { key: 'Process', keyCode: 229 })
    fireEvent.compositionStart(area)
    fireEvent.change(area, { target: { value: text } })
  }

  test('Enter that picks a candidate saves nothing and moves nothing', async () => {
    show()
    const area = await box()
    compose(area, '降价')
    fireEvent.keyDown(area, { key: 'Enter', keyCode: 229, ctrlKey: true, isComposing: true })
    expect(area.value).toBe('降价')
    expect(await storedTexts()).toEqual([])
    fireEvent.compositionEnd(area)
    await page.user.keyboard(save)
    await waitFor(async () => expect(await storedTexts()).toEqual(['降价']))
  })
})

describe('a note on its way', () => {
  test('is shown at once, as on its way, until it is on disk', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    page.answer('notes.add', async (_, ask) => {
      await promise
      return ask()
    })
    // Whether or not the others were read.
    page.answer('notes.ofCall', (_, ask) => promise.then(ask))
    show()
    await page.user.type(await box(), '喂你好')
    await page.user.keyboard(save)
    const item = (await within(await list()).findByText('喂你好')).closest<HTMLElement>(
      '[role=listitem]',
    ) as HTMLElement
    expect(item.dataset.state).toBe('sending')
    expect(within(item).getByText('正在写入…')).toBeDefined()
    resolve()
    await waitFor(() =>
      expect(screen.getByText('喂你好').closest<HTMLElement>('[role=listitem]')?.dataset.state).toBe('stored'),
    )
  })

  test('refused, it never looks stored: it stays with its words until it is sent again, and is stored once', async () => {
    page.answer('notes.add', async () => ({ ok: false, code: 'call_not_found', detail: {} }))
    show()
    await page.user.type(await box(), '喂你好')
    await page.user.keyboard(save)
    const item = (await within(await list()).findByText('喂你好')).closest<HTMLElement>(
      '[role=listitem]',
    ) as HTMLElement
    await waitFor(() => expect(item.dataset.state).toBe('failed'))
    expect(within(item).getByRole('alert').textContent).toContain('还没有存下')
    expect(await storedTexts()).toEqual([])
    page.answerNoMore('notes.add')
    await page.user.click(within(item).getByRole('button', { name: '再存一次' }))
    await waitFor(async () => expect(await storedTexts()).toEqual(['喂你好']))
    await waitFor(() =>
      expect(screen.getByText('喂你好').closest<HTMLElement>('[role=listitem]')?.dataset.state).toBe('stored'),
    )
  })

  test.each([
    ['before it arrived', '还没有存下', async () => {}],
    ['after it had arrived', '喂你好', (ask: () => Promise<unknown>) => ask()],
  ])('whose connection was lost %s is on disk once when it is back', async (_when, shown, arrive) => {
    const stop = watchOverSending()
    page.answer('notes.add', async (_, ask) => {
      await arrive(ask)
      throw new Error('connection lost')
    })
    show()
    await page.user.type(await box(), '喂你好')
    await page.user.keyboard(save)
    await screen.findByText(shown)
    await waitFor(() => expect(useNoteBoxes.getState().sending[0]?.hasFailed).toBe(true))
    page.answerNoMore('notes.add')
    useConnection.setState({ state: 'reconnecting', failedTries: 1 })
    useConnection.setState({ state: 'open', failedTries: 0 })
    await waitFor(() => expect(useNoteBoxes.getState().sending).toEqual([]))
    expect(screen.queryByText('还没有存下')).toBeNull()
    expect(await storedTexts()).toEqual(['喂你好'])
    stop()
  })

  test('holds the window: it does not close on words that are not on disk', async () => {
    const stop = watchOverSending()
    const close = () => {
      const event = new Event('beforeunload', { cancelable: true })
      window.dispatchEvent(event)
      return event.defaultPrevented ? 'asked' : 'closed'
    }
    expect(close()).toBe('closed')
    page.answer('notes.add', () => new Promise(() => {}))
    show()
    await page.user.type(await box(), '喂你好')
    await page.user.keyboard(save)
    expect(close()).toBe('asked')
    stop()
  })
})

describe('words half typed', () => {
  const drafts = async () => (await accepted(page.client.notes.drafts({ callId: call.id }))).map(({ text }) => text)

  test('are on disk after a pause, and stand in the box again, caret included, in a new window', async () => {
    const first = show()
    await page.user.type(await box(), '上周买的')
    await vi.waitFor(async () => expect(await drafts()).toEqual(['上周买的']), patience)
    first.unmount()
    queryClient.clear()
    show()
    const area = await box()
    await waitFor(() => expect(area.value).toBe('上周买的'))
    expect(area.selectionStart).toBe(4)
    await page.user.keyboard(`今天降价了${save}`)
    await waitFor(async () => expect(await storedTexts()).toEqual(['上周买的今天降价了']))
    await vi.waitFor(async () => expect(await drafts()).toEqual([]), patience)
  })
})

describe('changing a note', () => {
  test('puts it in the box, keeps its mark, and says so when nothing would be left', async () => {
    show()
    await page.user.type(await box(), '一')
    await page.user.keyboard(save)
    await waitFor(async () => expect(await stored()).toHaveLength(1))
    const [before] = await stored()
    const item = (await within(await list()).findByText('一')).closest<HTMLElement>('[role=listitem]') as HTMLElement
    await waitFor(() => expect(item.dataset.state).toBe('stored'))
    await page.user.click(await screen.findByRole('button', { name: '修改' }))
    const area = await box()
    expect(area.value).toBe('一')
    await page.user.clear(area)
    await page.user.keyboard(save)
    await page.told('批注不能是空的')
    await page.user.type(area, '一改')
    await page.user.keyboard(save)
    await waitFor(async () => expect(await storedTexts()).toEqual(['一改']))
    expect((await stored())[0]).toMatchObject({ id: before?.id, offsetMs: before?.offsetMs })
    await waitFor(async () => expect((await box()).value).toBe(''))
  })

  test('a draft that is stored while the change is on its way does not outlive it', async () => {
    show()
    await page.user.type(await box(), '价保')
    await page.user.keyboard(save)
    await waitFor(async () => expect(await storedTexts()).toEqual(['价保']))
    const drafts = async () => (await accepted(page.client.notes.drafts({ callId: call.id }))).map(({ text }) => text)
    let answer = () => {}
    page.answer('notes.edit', async (_, ask) => {
      const taken = await ask()
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      return taken
    })
    await page.user.keyboard('{Alt>}{ArrowUp}{/Alt}，改了')
    await page.user.keyboard(save)
    await waitFor(async () => expect(await storedTexts()).toEqual(['价保，改了']))
    // Taken already, but the window has not heard of it: a caret that moves stores the draft once more.
    await page.user.keyboard('{ArrowLeft}')
    await waitFor(async () => expect(await drafts()).toEqual(['价保，改了']))
    answer()
    await waitFor(async () => expect((await box()).value).toBe(''))
    await waitFor(async () => expect(await drafts()).toEqual([]))
  })

  test('over a change of another window the words stay, in the box and on the disk: theirs, or once more for one’s own', async () => {
    show()
    await page.user.type(await box(), '价保')
    await page.user.keyboard(save)
    await waitFor(async () => expect(await storedTexts()).toEqual(['价保']))
    await within(await list()).findByText('价保')
    await page.user.keyboard('{Alt>}{ArrowUp}{/Alt}，我改的')
    const note = (await stored())[0]
    const theirs = { noteId: note?.id ?? '', kind: 'voice', text: '价保，她改的', issueTypeId: null } as const
    await accepted(page.client.notes.edit({ ...theirs, seenVersion: null }))
    await page.user.keyboard(save)
    expect((await screen.findByRole('alert')).textContent).toMatch(/^另一个窗口 \d\d:\d\d 改了原话。你写的还在。/)
    expect((await box()).value).toBe('价保，我改的')
    expect(await storedTexts()).toEqual(['价保，她改的'])
    const drafts = async () => (await accepted(page.client.notes.drafts({ callId: call.id }))).map(({ text }) => text)
    await waitFor(async () => expect(await drafts()).toEqual(['价保，我改的']))
    // The list beneath shows theirs; the box gives way, and gives back.
    await page.user.click(screen.getByRole('button', { name: '看对方的' }))
    expect((await box()).value).toBe('')
    await within(await list()).findByText('价保，她改的')
    ;(await page.told('已放弃修改')).undo?.()
    await waitFor(async () => expect((await box()).value).toBe('价保，我改的'))
    await screen.findByRole('button', { name: /用我的/ })
    await page.user.keyboard(save)
    await waitFor(async () => expect(await storedTexts()).toEqual(['价保，我改的']))
    await waitFor(async () => expect(await drafts()).toEqual([]))
  })

  test('removing is said and can be taken back', async () => {
    show()
    await page.user.type(await box(), '一')
    await page.user.keyboard(save)
    await page.user.click(await screen.findByRole('button', { name: '删除' }))
    await waitFor(async () => expect(await storedTexts()).toEqual([]))
    ;(await page.told('批注已删除')).undo?.()
    await waitFor(async () => expect(await storedTexts()).toEqual(['一']))
  })
})
