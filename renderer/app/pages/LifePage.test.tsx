import { screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { LifePage } from './LifePage.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

test('J and K walk the cases, and the one walked to is shown beside the list', async () => {
  for (const raisedAt of ['2026-09-18T01:00:00.000Z', '2026-09-18T02:00:00.000Z']) {
    const raised = { caseId: v7(), callId: null, origin: 'key', grade: null, evidence: null, raisedAt } as const
    await accepted(page.client.lifeChannel.raise(raised))
  }
  page.show(<LifePage />)
  const shown = () => document.querySelectorAll('[data-case]')
  await waitFor(() => expect(shown()).toHaveLength(2), patience)
  await page.user.keyboard('j')
  await waitFor(() => expect(screen.getByRole('button', { current: true })).toBe(shown()[1]), patience)
  expect(document.activeElement).toBe(shown()[1])
  await page.user.keyboard('jk')
  await waitFor(() => expect(screen.getByRole('button', { current: true })).toBe(shown()[0]), patience)
})
