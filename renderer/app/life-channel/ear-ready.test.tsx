import { waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { workspaceStatus } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { earReady } from './ear-ready.ts'
import { LifeChannel } from './LifeChannel.tsx'

vi.mock('./ear-ready.ts', () => ({ earReady: vi.fn(async () => null) }))

let page: TestWindow
beforeEach(async () => {
  vi.mocked(earReady).mockClear()
  page = await aWindow()
  await queryClient.prefetchQuery(workspaceStatus)
  // A busy machine: no moment is idle.
  vi.stubGlobal('requestIdleCallback', () => 0)
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await page.close()
})

test('where a call is on the page the ear is begun once that is painted, and waits for no idle moment', async () => {
  page.show(<LifeChannel />, '/listen/one')
  await waitFor(() => expect(earReady).toHaveBeenCalledOnce())
})

test('elsewhere nothing of it is fetched while the page is drawn', async () => {
  page.show(<LifeChannel />, '/today')
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  await new Promise((resolve) => setTimeout(resolve))
  expect(earReady).not.toHaveBeenCalled()
})
