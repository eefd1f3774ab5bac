import { fireEvent, screen } from '@testing-library/react'
import { Suspense, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { lazyPage } from '../lib/lazy-page.tsx'
import { OpenedLater } from '../ui/OpenedLater.tsx'
import { ScreenBoundary } from './ScreenBoundary.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  // React says each failure there, too.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  return page.close()
})

/** Its code does not come the first time it is asked for. */
function aShyPage() {
  let times = 0
  return lazyPage(async () => {
    times += 1
    if (times === 1) throw new TypeError('Failed to fetch dynamically imported module')
    return () => <p>来了</p>
  }).Page
}

test('a page whose code does not come says so, and comes when it is asked for again', async () => {
  const Shy = aShyPage()
  page.show(
    <ScreenBoundary>
      <Suspense fallback={null}>
        <Shy />
      </Suspense>
    </ScreenBoundary>,
  )
  fireEvent.click(await screen.findByRole('button', { name: '再试一次' }))
  await screen.findByText('来了')
})

test('neither does what opens over a page take the page with it: the way to try again is offered', async () => {
  const Shy = aShyPage()
  function Opening() {
    const [isOpen, setIsOpen] = useState(true)
    return (
      <>
        <p>这一页</p>
        {isOpen ? (
          <OpenedLater open={() => setIsOpen(true)} close={() => setIsOpen(false)}>
            <Shy />
          </OpenedLater>
        ) : null}
      </>
    )
  }
  page.show(<Opening />)
  const notice = await page.told('没能打开')
  screen.getByText('这一页')
  expect(notice.reference).toMatch(/^W-/)
  notice.action?.run()
  await screen.findByText('来了')
})
