import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useKeys } from '../../lib/use-keys.tsx'
import { AnchoredDialog } from '../../ui/AnchoredDialog.tsx'
import { allKeys } from '../all-keys.ts'
import { Guide } from './Guide.tsx'
import { GUIDE_OF, GUIDE_PAGES, guidePageAt } from './guide-pages.ts'
import { GUIDES } from './guide-sources.ts'
import type { Piece } from './guide-text.ts'
import { writtenChord } from './shown-chord.ts'

const every = (['zh', 'en'] as const).flatMap((language) => GUIDE_PAGES.map((page) => [language, page] as const))

describe.each(every)('%s/%s.md', (language, page) => {
  const blocks = GUIDES[language][page]
  const pieces = blocks.flatMap((block): readonly Piece[] =>
    block.kind === 'list' ? block.items.flat() : block.pieces,
  )

  test('is there, begins with its title, and is written in nothing but what is read', () => {
    expect(blocks.filter(({ kind }) => kind === 'title')).toHaveLength(1)
    expect(blocks[0]?.kind).toBe('title')
    const leftovers = pieces.filter(({ kind, text }) => kind === 'words' && /[`*\]]\(|\*\*|`|^#|\]\(/.test(text))
    expect(leftovers).toEqual([])
  })

  test('names keys that are there, as they are', () => {
    const wrong = pieces.filter((piece) => {
      if (piece.kind !== 'key')
        return piece.kind === 'code' && /^(?:Ctrl|Alt|Shift|Esc|F\d|[A-Z?]$|[a-z]+\.[a-zA-Z]+$)/.test(piece.text)
      const action = Object.entries(allKeys).find(([id]) => id === piece.id)?.[1]
      return !action?.chords.some((chord) => writtenChord(chord) === piece.text.toLowerCase())
    })
    expect(wrong).toEqual([])
  })

  test('quotes and shortens as the screens do', () => {
    expect(pieces.filter(({ text }) => (language === 'en' ? /[«»「」]|[a-z]'/ : /[«»“”]/).test(text))).toEqual([])
  })

  test('leads to pages that are there', () => {
    const pages: readonly string[] = GUIDE_PAGES
    expect(pieces.filter((piece) => piece.kind === 'page' && !pages.includes(piece.page))).toEqual([])
  })
})

test('the pages of both languages are the same, part by part', () => {
  const shape = (language: 'zh' | 'en') =>
    GUIDE_PAGES.map((page) =>
      GUIDES[language][page].map((block) => (block.kind === 'list' ? block.items.length : block.kind)),
    )
  expect(shape('en')).toEqual(shape('zh'))
})

test('a part of the settings that is a matter of its own has its own page', () => {
  expect(guidePageAt('/settings', '?section=team')).toBe('team')
  expect(guidePageAt('/settings', '?section=keys')).toBe('settings')
})

test.each([
  ['/listen/0199', 'listen'],
  ['/tickets', 'tickets'],
  ['/tickets/0199', 'tickets'],
  ['/nowhere', 'first-day'],
])('at %s the page is %s', (path, page) => {
  expect(guidePageAt(path)).toBe(page)
  expect(new Set(Object.values(GUIDE_OF)).size).toBeGreaterThan(7)
})

describe('on F1', () => {
  let page: TestWindow
  beforeEach(async () => {
    page = await aWindow()
  })
  afterEach(() => page.close())

  function Screen() {
    const [text, setText] = useState('')
    return (
      <>
        <textarea aria-label="Note" value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Guide page="listen" />
      </>
    )
  }

  test('the page of the screen opens over what is typed, is searched, leads on, and Esc gives it all back', async () => {
    page.show(<Screen />)
    await page.user.type(screen.getByLabelText('Note'), '尿不湿')
    await page.user.keyboard('{F1}')
    const dialog = within(await screen.findByRole('dialog', { name: '使用说明' }))
    dialog.getByRole('heading', { name: '听线' })
    expect(document.activeElement).toBe(dialog.getByRole('region', { name: '听线' }))
    await page.user.keyboard('{Control>}f{/Control}')
    await page.user.type(dialog.getByLabelText('在说明里找'), '停表')
    expect(dialog.getByRole('button', { name: /^工单/ }).textContent).toBe('工单2')
    await page.user.click(dialog.getByRole('button', { name: /^工单/ }))
    expect(document.querySelectorAll('mark')).toHaveLength(2)
    await page.user.click(dialog.getByRole('button', { name: '工作日历' }))
    dialog.getByRole('heading', { name: '设置' })
    await page.user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(screen.getByLabelText('Note'))
    expect(screen.getByLabelText('Note')).toHaveProperty('value', '尿不湿')
  })

  test('it opens over a dialog as well, takes the keys from it, and gives them back with the words in it', async () => {
    const confirm = vi.fn()
    const close = vi.fn()
    function Form() {
      useKeys('dialog', { 'dialog.confirm': confirm })
      return <input aria-label="Reason" />
    }
    page.show(
      <>
        <AnchoredDialog label="Form" target={<button type="button">Seat</button>} onClose={close}>
          <Form />
        </AnchoredDialog>
        <Guide page="seats" />
      </>,
    )
    await page.user.type(await screen.findByLabelText('Reason'), '出差')
    await page.user.keyboard('{F1}')
    const guide = await screen.findByRole('dialog', { name: '使用说明' }, patience)
    await page.user.keyboard('{Control>}{Enter}{/Control}')
    await page.user.click(within(guide).getByRole('button', { name: /^工单/ }))
    await page.user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog', { name: '使用说明' })).toBeNull()
    expect([confirm.mock.calls.length, close.mock.calls.length]).toEqual([0, 0])
    expect(screen.getByLabelText('Reason')).toHaveProperty('value', '出差')
    expect(document.activeElement).toBe(screen.getByLabelText('Reason'))
    await page.user.keyboard('{Control>}{Enter}{/Control}')
    expect(confirm).toHaveBeenCalledOnce()
  })

  test('a key that the person has changed is shown as theirs', async () => {
    await page.client.settings.save({ keys: { 'listen.saveNote': 'Alt+s' } })
    const { setRemaps } = await import('../../lib/key-registry.ts')
    setRemaps({ 'listen.saveNote': 'Alt+s' })
    page.show(<Screen />)
    await page.user.keyboard('{F1}')
    const item = (await screen.findByText(/保存并准备下一条/)).closest('li')
    expect(item?.textContent).toMatch(/^AltS/)
    setRemaps({})
  })
})
