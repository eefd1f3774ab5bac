import { act, screen, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TeamStatus } from '../../shared/contract/team/team.ts'
import { patience } from '../../test/builders/patience.ts'
import { AWAY_SINCE, aMember, away } from '../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { IssueTypesSection } from '../features/house/issue-types/IssueTypesSection.tsx'
import { PersonDialog } from '../features/house/people/PersonDialog.tsx'
import { HubNews } from '../features/team/away/HubNews.tsx'
import { queryClient } from '../lib/query-client.ts'
import { teamStatus } from '../lib/team.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const NOT_DONE = /起连不上中心，这一步没有做/
const offline = async () => ({ ok: false, code: 'offline', detail: { since: AWAY_SINCE } }) as const

const isNow = async (status: TeamStatus) => {
  page.answer('team.status', async () => ({ ok: true, value: status }))
  await act(async () => page.hears({ kind: 'changed', topics: ['team'] }))
  await vi.waitFor(() => expect(queryClient.getQueryData(teamStatus.queryKey)).toEqual(status), patience)
}
const showAway = async (form: ReactNode) => {
  page.answer('team.status', async () => ({ ok: true, value: aMember() }))
  page.show(
    <StrictMode>
      <HubNews />
      {form}
    </StrictMode>,
  )
  await vi.waitFor(() => expect(queryClient.getQueryData(teamStatus.queryKey)).toBeDefined(), patience)
  await isNow(away())
}

test('what a form says of a hub that is away goes when it is back, and the words typed stay', async () => {
  page.answer('people.add', offline)
  await showAway(<PersonDialog person={null} onClose={() => {}} />)
  const name = await screen.findByLabelText<HTMLInputElement>('姓名', { selector: 'input' })
  await page.user.type(name, '李强')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(NOT_DONE)
  await isNow(aMember())
  await waitFor(() => expect(screen.queryByText(NOT_DONE)).toBeNull())
  expect(name.value).toBe('李强')
})

test('so it does beside what is kept as one leaves a field, and anything else that was refused stays', async () => {
  page.answer('tickets.saveIssueTypes', offline)
  await showAway(<IssueTypesSection />)
  const field = await screen.findByDisplayValue<HTMLInputElement>('优惠券')
  await page.user.type(field, '券{Enter}')
  await screen.findByText(NOT_DONE)
  await isNow(aMember())
  await waitFor(() => expect(screen.queryByText(NOT_DONE)).toBeNull())
  expect(field.value).toBe('优惠券券')
  page.answer('tickets.saveIssueTypes', async () => ({ ok: false, code: 'disk_full', detail: {} }))
  await page.user.type(field, '{Enter}')
  await screen.findByText(/磁盘满了/)
  await isNow(away())
  await isNow(aMember())
  screen.getByText(/磁盘满了/)
})

test('and so does the notice of an issue type that was not taken off', async () => {
  page.answer('tickets.saveIssueTypes', offline)
  await showAway(<IssueTypesSection />)
  const [remove] = await screen.findAllByRole('button', { name: /^删除/ })
  if (remove === undefined) throw new Error('nothing to take off')
  await page.user.click(remove)
  await vi.waitFor(() => expect(page.notice().title).toMatch(NOT_DONE), patience)
  await isNow(aMember())
  await vi.waitFor(() => expect(page.noticeCount()).toBe(0), patience)
})
