import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { timecode } from '../../shared/domain/listening/timecode.ts'
import { aNoteBox, becomes, type TestNoteBox } from '../../test/builders/note-box.tsx'
import { useNoteBoxes } from '../features/listening/notes/note-box.ts'
import { ConnectionLost } from '../lib/answers.ts'

let desk: TestNoteBox
beforeEach(async () => {
  desk = await aNoteBox()
})
afterEach(() => desk.page.close())
const box = () => desk.box()

describe('digits and issue types', () => {
  test.each(['3月买的还没到', '100块钱差价', '12345'])('%s is stored as it was typed, with no type', async (text) => {
    await desk.show()
    expect(await desk.writeNote(text)).toMatchObject({ text, issueTypeId: null })
  })

  test('Alt+T, then a digit: the type of this note and of no other', async () => {
    await desk.show()
    await desk.keys('{Alt>}t{/Alt}')
    await screen.findByText('按数字选类型，Esc 不选')
    await desk.keys('3')
    expect([desk.isChosen('配送安装'), box().value, screen.queryByText('按数字选类型，Esc 不选')]).toEqual([
      true,
      '',
      null,
    ])
    expect(await desk.writeNote('师傅没来')).toMatchObject({ issueTypeId: 'delivery' })
    expect(desk.isChosen('配送安装')).toBe(false)
    expect(await desk.writeNote('另一件事')).toMatchObject({ issueTypeId: null })
  })

  test('it works in the middle of words, also with Alt still down, and the same digit takes the type away', async () => {
    await desk.show()
    await desk.keys('他说{Alt>}t2{/Alt}')
    expect([desk.isChosen('商品说明不清'), box().value]).toEqual([true, '他说'])
    await desk.keys('{Alt>}t{/Alt}2')
    expect([desk.isChosen('商品说明不清'), box().value]).toEqual([false, '他说'])
  })

  test('any other key leaves and is what it always is; Esc and the chord itself only leave; so does a digit without a type', async () => {
    await desk.show()
    await desk.keys('{Alt>}t{/Alt}a3')
    expect(box().value).toBe('a3')
    await desk.keys('{Alt>}t{/Alt}{Escape}1{Alt>}tt{/Alt}2{Alt>}t{/Alt}9')
    expect([box().value, screen.queryByText('按数字选类型，Esc 不选')]).toEqual(['a3129', null])
  })

  test('a digit that is held down chooses and types nothing', async () => {
    await desk.show()
    await desk.keys('{Alt>}t{/Alt}')
    const digit = { key: '3', code: 'Digit3' }
    const isTyped = [false, true, true].map((repeat) => fireEvent.keyDown(box(), { ...digit, repeat }))
    fireEvent.keyUp(box(), digit)
    expect([isTyped, desk.isChosen('配送安装')]).toEqual([[false, false, false], true])
    expect(fireEvent.keyDown(box(), digit)).toBe(true)
  })

  test('Backspace in an empty box leaves the type alone; words that are deleted take theirs along', async () => {
    await desk.show()
    await desk.keys('{Alt>}t{/Alt}1{Backspace}')
    expect(desk.isChosen('优惠券')).toBe(true)
    await desk.keys('券{Backspace}')
    expect(desk.isChosen('优惠券')).toBe(false)
    expect(await desk.writeNote('另一件事')).toMatchObject({ issueTypeId: null })
  })

  test('the words suggest a type beside the box; it is taken by one key and never by itself', async () => {
    await desk.show()
    await desk.keys('快递放在门口就走')
    await screen.findByRole('button', { name: /像是「配送安装」/ })
    expect(desk.isChosen('配送安装')).toBe(false)
    await desk.keys('{Alt>}y{/Alt}')
    expect([desk.isChosen('配送安装'), screen.queryByRole('button', { name: /像是/ })]).toEqual([true, null])
    await desk.keys('{Alt>}t{/Alt}3')
    await screen.findByRole('button', { name: /像是「配送安装」/ })
    await desk.save()
    await waitFor(async () => expect(await desk.stored()).toMatchObject([{ issueTypeId: null }]))
  })
})

describe('undo and redo', () => {
  test('a note taken back is in the box with kind, type and stamp; redo stores it again and empties the box', async () => {
    await desk.show()
    await desk.keys('{Alt>}4{/Alt}{Alt>}t{/Alt}1')
    const note = await desk.writeNote('券不能用')
    await desk.undo()
    await desk.holds('券不能用')
    expect([await desk.stored(), screen.getByRole('radio', { name: /风险/ })]).toEqual([
      [],
      expect.objectContaining({ checked: true }),
    ])
    expect([desk.isChosen('优惠券'), screen.getByLabelText('时间点').textContent]).toEqual([
      true,
      timecode(note.offsetMs),
    ])
    await screen.findByText('已撤回，文字回到输入框')
    await becomes(desk.drafts, ['券不能用'])
    await desk.redo()
    await desk.holds('')
    expect(await desk.stored()).toEqual([{ ...note, version: expect.any(Number) }])
    await becomes(desk.drafts, [])
  })

  test('what was taken back can be changed and saved: one note, with the second it was begun', async () => {
    await desk.show()
    const note = await desk.writeNote('券不能用')
    await desk.undo()
    await desk.holds('券不能用')
    await desk.keys('了')
    await desk.save()
    await becomes(desk.textsStored, ['券不能用了'])
    expect((await desk.stored())[0]?.offsetMs).toBe(note.offsetMs)
    await becomes(desk.drafts, [])
  })

  test('words typed and deleted are the field’s: no saved note goes, however often Ctrl+Z is pressed', async () => {
    await desk.show()
    await desk.writeNote('第一条')
    await desk.keys('第二条')
    await desk.keys('{Control>}a{/Control}{Delete}')
    expect(box().value).toBe('')
    for (const repeat of [false, true, true])
      expect(fireEvent.keyDown(box(), { key: 'z', code: 'KeyZ', ctrlKey: true, repeat })).toBe(true)
    expect(await desk.textsStored()).toEqual(['第一条'])
  })

  test('held down, Ctrl+Z takes back one note; while its words stand in the box no other', async () => {
    await desk.show()
    await desk.writeNote('第一条')
    await desk.writeNote('第二条')
    const press = (repeat: boolean) => fireEvent.keyDown(box(), { key: 'z', code: 'KeyZ', ctrlKey: true, repeat })
    for (const repeat of [false, true, true]) press(repeat)
    await becomes(desk.textsStored, ['第一条'])
    await desk.holds('第二条')
    press(false)
    await screen.findByText('输入框里还有字：先存下或删掉，再来撤销')
    expect(await desk.textsStored()).toEqual(['第一条'])
  })

  test('after a save the words have another field, so the browser cannot bring back what was taken', async () => {
    await desk.show()
    await desk.page.user.type(box(), '第一条')
    const before = box()
    await desk.save()
    await becomes(desk.textsStored, ['第一条'])
    expect([box() === before, document.activeElement === box()]).toEqual([false, true])
  })

  test('a change given up can be had back', async () => {
    await desk.show()
    await desk.writeNote('安装师傅没来')
    await desk.keys('{Alt>}{ArrowUp}{/Alt}')
    await desk.holds('安装师傅没来')
    await desk.keys('，也没电话{Escape}')
    expect(box().value).toBe('')
    await desk.undo()
    await desk.holds('安装师傅没来，也没电话')
    await desk.save()
    await becomes(desk.textsStored, ['安装师傅没来，也没电话'])
  })
})

describe('a composition whose end is never told', () => {
  /** The first letters of a composition, as Chromium tells them. */
  function compose(text: string): void {
    fireEvent.keyDown(box(), { key: 'Process', keyCode: 229 })
    fireEvent.compositionStart(box())
    const field = box()
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, field.value + text)
    fireEvent(field, new InputEvent('input', { bubbles: true, isComposing: true, inputType: 'insertCompositionText' }))
  }

  test.each(['the box goes away', 'the window loses the focus'])(
    '%s: the words stay, are stored, and can be saved',
    async (how) => {
      const { unmount } = await desk.show()
      await desk.keys('他说')
      compose('券')
      if (how === 'the box goes away') {
        unmount()
        await desk.show()
      } else fireEvent.blur(window)
      await desk.holds('他说券')
      await becomes(desk.drafts, ['他说券'])
      box().focus()
      await desk.save()
      await becomes(desk.textsStored, ['他说券'])
      await becomes(desk.drafts, [])
    },
  )
})

test('words that are deleted again are forgotten on the disk too', async () => {
  await desk.show()
  await desk.keys('他说')
  await becomes(desk.drafts, ['他说'])
  await desk.keys('{Backspace}{Backspace}')
  await becomes(desk.drafts, [])
})

test('of a number that was not finished only stars come back, and the box says so as long as they stand there', async () => {
  const { unmount } = await desk.show()
  await desk.keys('电话1381234')
  await becomes(desk.drafts, ['电话138****'])
  unmount()
  act(() => useNoteBoxes.setState({ boxes: {}, sending: [] }))
  await desk.show()
  await desk.holds('电话138****')
  await screen.findByText(/星号是没存下的部分/)
  await desk.keys('{Backspace}{Backspace}{Backspace}{Backspace}12345678')
  expect(screen.queryByText(/星号是没存下的部分/)).toBe(null)
})

describe('a note that is not taken', () => {
  const refusals: [string, () => Promise<unknown>][] = [
    ['refused', async () => ({ ok: false, code: 'unexpected', detail: { reference: 'ABCD' } })],
    ['lost on the way', () => Promise.reject(new ConnectionLost())],
  ]
  test.each(refusals)(
    '%s: it says so, its words stay on disk beside the next ones, and it is stored once',
    async (_how, answer) => {
      await desk.show()
      desk.page.answer('notes.add', answer)
      await desk.page.user.type(box(), '没存下的一句')
      await desk.save()
      await screen.findByText('还没有存下')
      await desk.keys('下一句')
      await becomes(desk.drafts, ['下一句', '没存下的一句'])
      desk.page.answerNoMore('notes.add')
      await desk.page.user.click(screen.getByRole('button', { name: '再存一次' }))
      await becomes(desk.textsStored, ['没存下的一句'])
      await becomes(desk.drafts, ['下一句'])
      expect(screen.queryByText('还没有存下')).toBe(null)
    },
  )

  test('after the window was closed on it, it is back: not stored, beside the newest in the box', async () => {
    const { unmount } = await desk.show()
    desk.page.answer('notes.add', refusals[0]?.[1] ?? (() => Promise.reject(new Error())))
    await desk.page.user.type(box(), '没存下的一句')
    await desk.save()
    await screen.findByText('还没有存下')
    await desk.keys('下一句')
    await becomes(desk.drafts, ['下一句', '没存下的一句'])
    unmount()
    act(() => useNoteBoxes.setState({ boxes: {}, sending: [] }))
    desk.page.answerNoMore('notes.add')
    await desk.show()
    await desk.holds('下一句')
    await screen.findByText('还没有存下')
    await desk.save()
    await becomes(desk.textsStored, ['下一句'])
    await desk.page.user.click(screen.getByRole('button', { name: '放回输入框' }))
    await desk.holds('没存下的一句')
    await desk.save()
    await waitFor(async () => expect((await desk.textsStored()).sort()).toEqual(['下一句', '没存下的一句']))
    await becomes(desk.drafts, [])
  })

  test('its draft is dropped only when main has taken the note', async () => {
    await desk.show()
    let let_go: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      let_go = resolve
    })
    desk.page.answer('notes.add', async (_wish, ask) => {
      await held
      return ask()
    })
    await desk.page.user.type(box(), '正在路上')
    await becomes(desk.drafts, ['正在路上'])
    await desk.save()
    await screen.findByText('正在写入…')
    expect(await desk.drafts()).toEqual(['正在路上'])
    let_go()
    await becomes(desk.drafts, [])
    expect(await desk.textsStored()).toEqual(['正在路上'])
  })
})

describe('more words than a note can hold', () => {
  const paste = async (text: string) => {
    box().focus()
    await desk.page.user.paste(text)
  }

  test('all of them stay, the box says how many are too many, and stores them as a draft; shortened they are saved', async () => {
    await desk.show()
    const long = '长'.repeat(5_000)
    await paste(long)
    expect(box().value).toBe(long)
    await screen.findByText('多了 1,000 个字（最多 4,000 个），删短后才能保存')
    await becomes(desk.drafts, [long])
    await desk.save()
    expect(await desk.stored()).toEqual([])
    expect(box().value).toBe(long)
    fireEvent.change(box(), { target: { value: long.slice(0, 4_000) } })
    await desk.save()
    await becomes(desk.textsStored, [long.slice(0, 4_000)])
  })

  test('changing another note does not throw them away', async () => {
    await desk.show()
    await desk.writeNote('第一条')
    const long = '长'.repeat(4_001)
    await paste(long)
    await desk.keys('{Alt>}{ArrowUp}{/Alt}')
    expect(box().value).toBe(long)
  })

  test('nor does changing one note throw away the change of another', async () => {
    await desk.show()
    const first = await desk.writeNote('第一条')
    await desk.writeNote('第二条')
    fireEvent.keyDown(screen.getByText('第一条').closest('[role=listitem]') as Element, { key: 'Enter' })
    await desk.holds('第一条')
    await desk.page.user.type(box(), '，改了')
    await desk.keys('{Alt>}{ArrowUp}{/Alt}')
    await desk.holds('第二条')
    expect((await desk.stored()).find((note) => note.id === first.id)?.text).toBe('第一条，改了')
  })
})
