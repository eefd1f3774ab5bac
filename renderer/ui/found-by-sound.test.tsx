import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../shared/contract/house/people.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { peopleNames, peopleOptions } from '../lib/people-options.ts'
import { SearchSelect } from './SearchSelect.tsx'
import { SuggestField } from './SuggestField.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const person = (id: string, name: string, email: string | null = null): Person => ({
  ...{ id, name, department: '物流部', role: 'listener', employeeNumber: null, email },
  ...{ joinedOn: null, version: 0 },
})
const people = [person('a', '王敏'), person('b', '陈思远', 'csong@example.com'), person('c', '曾三', 'csy@example.com')]
const shown = () => screen.queryAllByRole('option', { hidden: true }).map((option) => option.textContent)

function Picker() {
  const [who, setWho] = useState<string | null>(null)
  return <SearchSelect aria-label="who" options={peopleOptions(people)} value={who} onChange={setWho} clearable />
}

test('whoever sounds like it is found where people are chosen, comes first, and Enter takes that one', async () => {
  page.show(<Picker />)
  const field = screen.getByLabelText<HTMLInputElement>('who', { selector: 'input' })
  await page.user.type(field, 'csy')
  // By the mail address at once, by the sound when main has said how the names are said.
  await waitFor(() => expect(shown()).toEqual(['陈思远 · 物流部', '曾三 · 物流部']), patience)
  await waitFor(() => expect(document.querySelector('[data-combobox-selected]')?.textContent).toBe('陈思远 · 物流部'))
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(field.value).toBe('陈思远 · 物流部'))
})

test('nobody is said not to be there before it is known how names are said', async () => {
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  page.answer('search.sounds', async (_wish, ask) => {
    await held
    return ask()
  })
  page.show(<Picker />)
  const field = screen.getByLabelText<HTMLInputElement>('who', { selector: 'input' })
  await page.user.type(field, 'chensiyuan')
  await screen.findByText('正在找…')
  expect(screen.queryByText('没有符合的选项')).toBeNull()
  answer()
  await waitFor(() => expect(shown()).toEqual(['陈思远 · 物流部']), patience)
  await page.user.type(field, 'x')
  await screen.findByText('没有符合的选项')
})

test('where it cannot be known how names are said, nobody is looked for without end', async () => {
  page.answer('search.sounds', async () => ({ ok: false, code: 'unexpected', detail: { reference: 'E1' } }))
  page.show(<Picker />)
  await page.user.type(screen.getByLabelText('who', { selector: 'input' }), 'zzz')
  await screen.findByText('没有符合的选项', {}, patience)
})

function Owner({ isSpelled = false }: { isSpelled?: boolean }) {
  const [name, setName] = useState('')
  const field = { value: name, onChange: setName, suggestions: peopleNames(people), isSpelled }
  return <SuggestField aria-label="owner" {...field} />
}

test('a name that may be new is offered by its sound too', async () => {
  page.show(<Owner />)
  await page.user.type(screen.getByLabelText('owner', { selector: 'input' }), 'wangmin')
  await waitFor(() => expect(shown()).toEqual(['王敏']), patience)
})

const ownerField = (isSpelled: boolean) => {
  page.show(<Owner isSpelled={isSpelled} />)
  return screen.getByLabelText<HTMLInputElement>('owner', { selector: 'input' })
}
const underKeys = () => document.querySelector('[data-combobox-selected]')?.textContent

test.each(['{Enter}', '{Control>}{Enter}{/Control}'])(
  'small letters that spell an owner are taken for them by %s',
  async (keys) => {
    const field = ownerField(true)
    await page.user.type(field, 'csy')
    await waitFor(() => expect(underKeys()).toBe('陈思远'), patience)
    await page.user.keyboard(keys)
    expect(field.value).toBe('陈思远')
  },
)

test('left as they are they say so', async () => {
  const field = ownerField(true)
  await page.user.type(field, 'csy')
  await waitFor(() => expect(shown()).toEqual(['陈思远']), patience)
  await page.user.tab()
  await screen.findByText('「csy」会记成「陈思远」；真叫这个，请用大写字母开头')
  await page.user.type(field, '{Backspace}')
  expect(screen.queryByText(/会记成/)).toBeNull()
})

test.each([
  ['wang', false],
  ['Wang', true],
  ['王', true],
])('«%s» stays as it stands where it may be new, or is written as a name (%s)', async (words, isSpelled) => {
  const field = ownerField(isSpelled)
  await page.user.type(field, words)
  await waitFor(() => expect(shown()).toEqual(['王敏']), patience)
  expect(underKeys()).toBeUndefined()
  await page.user.keyboard('{Enter}')
  await page.user.tab()
  expect(field.value).toBe(words)
  expect(screen.queryByText(/会记成/)).toBeNull()
})
