import { act, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { away } from '../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { useKeys } from '../lib/use-keys.tsx'
import { SearchSelect } from './SearchSelect.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test.each([
  [false, '还没有从「总部中心」取到过，连上中心就有。'],
  [true, '没有符合的选项'],
])(
  'a desk that never read the people of its hub says so, instead of that nobody is called that (%s)',
  async (hasCopies, words) => {
    page.answer('team.status', async () => ({ ok: true, value: away({ hasCopies }) }))
    page.show(<SearchSelect aria-label="who" options={[]} value={null} onChange={() => {}} />)
    await page.user.click(screen.getByLabelText('who', { selector: 'input' }))
    await screen.findByText(words, {}, patience)
  },
)

test('words that come at once into a closed list, as from an input method, are taken by Enter', async () => {
  const onChange = vi.fn()
  const options = [
    { value: 'he', label: '何静 · 客服部' },
    { value: 'chen', label: '陈思远 · 采销部' },
  ]
  page.show(<SearchSelect aria-label="who" options={options} value="he" onChange={onChange} />)
  const field = screen.getByLabelText<HTMLInputElement>('who', { selector: 'input' })
  await page.user.tab()
  // How the names sound is known from the first time on.
  for (const words of ['何', '陈思远']) {
    await page.user.keyboard('{Escape}')
    field.select()
    await page.user.paste(words)
    await screen.findByRole('option', { name: new RegExp(words), hidden: true }, patience)
  }
  await vi.waitFor(async () => {
    await page.user.keyboard('{Enter}')
    expect(onChange).toHaveBeenCalledWith('chen')
  }, patience)
})

test('a name typed into the field of one who is chosen stands in place of theirs, however the field was come to', async () => {
  const onChange = vi.fn()
  const options = [
    { value: 'he', label: '何静 · 客服部' },
    { value: 'chen', label: '陈思远 · 采销部' },
  ]
  page.show(<SearchSelect aria-label="who" options={options} value="he" onChange={onChange} />)
  const field = screen.getByLabelText<HTMLInputElement>('who', { selector: 'input' })
  const selected = () => field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
  field.setSelectionRange(3, 3)
  act(() => field.focus())
  expect(selected()).toBe('何静 · 客服部')
  act(() => field.blur())
  await page.user.click(field)
  expect(selected()).toBe('何静 · 客服部')
  await page.user.keyboard('陈思远')
  expect(field.value).toBe('陈思远')
  // Words of one's own are gone on with where one clicks.
  await page.user.click(field)
  expect(selected()).toBe('')
})

test('whoever was just taken is replaced by the next name that is typed', async () => {
  const options = [
    { value: 'he', label: '何静 · 客服部' },
    { value: 'chen', label: '陈思远 · 采销部' },
  ]
  function Who() {
    const [who, setWho] = useState<string | null>('he')
    return <SearchSelect aria-label="who" options={options} value={who} onChange={setWho} />
  }
  page.show(<Who />)
  const field = screen.getByLabelText<HTMLInputElement>('who', { selector: 'input' })
  await page.user.click(field)
  await page.user.keyboard('陈')
  await page.user.click(await screen.findByRole('option', { name: /陈思远/, hidden: true }, patience))
  expect(field.value).toBe('陈思远 · 采销部')
  await page.user.keyboard('何')
  expect(field.value).toBe('何')
})

test('words that have not chosen yet are no choice: neither Enter nor what is sent after Esc means whoever was chosen before', async () => {
  page.answer('search.sounds', () => new Promise(() => {}))
  const [sent, onNobody] = [vi.fn(), vi.fn()]
  const options = [{ value: 'he', label: '何静' }]
  function Form() {
    const [who, setWho] = useState<string | null>('he')
    const nobody = (typed: string) => {
      setWho(null)
      onNobody(typed)
    }
    useKeys('dialog', { 'dialog.confirm': () => sent(who) })
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          sent(who)
        }}
      >
        <SearchSelect aria-label="who" options={options} value={who} onChange={setWho} onNobody={nobody} />
        <button type="submit">send</button>
      </form>
    )
  }
  page.show(<Form />)
  const field = screen.getByLabelText<HTMLInputElement>('who', { selector: 'input' })
  await page.user.tab()
  field.select()
  // How the names sound is not known yet.
  await page.user.keyboard('zhang{Enter}')
  expect([sent.mock.calls, onNobody.mock.calls]).toEqual([[], []])
  await page.user.keyboard('{Escape}')
  expect(field.value).toBe('何静')
  field.select()
  await page.user.paste('钱多多')
  await screen.findByText('没有符合的选项')
  await page.user.keyboard('{Escape}{Control>}{Enter}{/Control}')
  expect([sent.mock.calls, onNobody.mock.calls]).toEqual([[[null]], [['钱多多']]])
})

test('words that nothing is called by are told at the field once they were meant, the former choice stays, and Ctrl+Enter saves nothing with it', async () => {
  const [onChange, onSave] = [vi.fn(), vi.fn()]
  const options = [
    { value: 'he', label: '何静 · 客服部' },
    { value: 'chen', label: '陈思远 · 采销部' },
  ]
  function Form() {
    const [value, setValue] = useState<string | null>('he')
    useKeys('dialog', { 'dialog.confirm': onSave })
    return (
      <SearchSelect
        label="who"
        options={options}
        value={value}
        onChange={(next) => {
          setValue(next)
          onChange(next)
        }}
      />
    )
  }
  page.show(<Form />)
  const field = screen.getByLabelText<HTMLInputElement>('who', { selector: 'input' })
  await page.user.click(field)
  await page.user.type(field, '王五五')
  await screen.findByText('没有符合的选项', {}, patience)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  expect(onSave).not.toHaveBeenCalled()
  await screen.findByText('没有「王五五」，这里没有改', {}, patience)
  await page.user.tab()
  expect(field.value).toBe('何静 · 客服部')
  screen.getByText('没有「王五五」，这里没有改')
  await page.user.click(field)
  await page.user.type(field, '陈')
  expect(screen.queryByText(/王五五/)).toBeNull()
  expect(onChange).not.toHaveBeenCalled()
})
