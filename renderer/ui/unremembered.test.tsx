import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { startTexts } from '../lib/i18n.ts'
import { DateField } from './DateField.tsx'
import { NumberField } from './NumberField.tsx'
import { SearchSelect } from './SearchSelect.tsx'
import { Select } from './Select.tsx'
import { SuggestField } from './SuggestField.tsx'
import { TextArea } from './TextArea.tsx'
import { TextField } from './TextField.tsx'

test('every field of the kit reaches the page with both attributes, whatever its user asks for', () => {
  startTexts('zh')
  const nothing = () => {}
  const { container } = render(
    <MantineProvider>
      <TextField autoComplete="on" spellCheck />
      <TextArea autoComplete="on" spellCheck />
      <NumberField value={1} onChange={nothing} autoComplete="on" />
      <DateField label="日" value={null} onChange={nothing} />
      <Select options={[{ value: 'a', label: '甲' }]} value="a" onChange={nothing} />
      <SearchSelect options={[{ value: 'a', label: '甲' }]} value="a" onChange={nothing} />
      <SuggestField value="物流部" suggestions={[]} autoComplete="on" />
    </MantineProvider>,
  )
  const fields = [...container.querySelectorAll('input:not([type=hidden]), textarea:not([aria-hidden])')]
  expect(fields.map((field) => [field.getAttribute('autocomplete'), field.getAttribute('spellcheck')])).toEqual(
    Array.from({ length: 7 }, () => ['off', 'false']),
  )
})
