import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { RecordDialog } from './RecordDialog.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test.each([
  ['what is written down', { id: 'person-wang', name: '王敏' }, '下一线'],
  ['which front line, for whoever sits here', null, '仓库拣货'],
])('the focus begins at the first question: %s', async (_, person, first) => {
  page.show(<RecordDialog person={person} today="2026-11-21" onClose={() => {}} />)
  await screen.findByRole('dialog')
  const checked = screen.getAllByRole<HTMLInputElement>('radio').find(({ checked }) => checked)
  await waitFor(() => expect(document.activeElement).toBe(checked))
  expect(checked?.closest('label')?.textContent).toBe(first)
})
