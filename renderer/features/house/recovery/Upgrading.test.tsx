import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Upgrade } from '../../../../shared/contract/house/workspace.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { Upgrading } from './Upgrading.tsx'

let page: TestWindow
afterEach(() => page.close())

test('says that nothing is lost, what is being done, and how far it is as far as that is known', async () => {
  page = await aWindow()
  const status = await accepted(page.client.workspace.status({}))
  const shown: [Upgrade | null, RegExp, string | null][] = [
    [null, /先做一份完整备份/, null],
    [{ doing: 'copying', step: 0, of: 3, copied: 0.5 }, /先做一份完整备份/, '13'],
    [{ doing: 'changing', step: 2, of: 3, copied: 1 }, /第 2 步，共 3 步/, '50'],
  ]
  for (const [upgrade, words, percent] of shown) {
    page.show(<Upgrading status={{ ...status, state: 'upgrading', upgrade }} />)
    expect((await screen.findAllByRole('status', { name: '' })).at(-1)?.textContent).toMatch(words)
    expect(screen.getAllByRole('progressbar').at(-1)?.getAttribute('aria-valuenow')).toBe(percent)
    expect(screen.getAllByText(/一个字都不会丢/).length).toBeGreaterThan(0)
  }
})
