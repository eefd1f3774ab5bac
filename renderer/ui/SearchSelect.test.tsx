import { screen } from '@testing-library/react'
import { afterEach, beforeEach, test } from 'vitest'
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
