import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { away } from '../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
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
