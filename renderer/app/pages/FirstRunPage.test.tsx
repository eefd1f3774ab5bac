import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { FirstRunPage } from './FirstRunPage.tsx'

let page: TestWindow
afterEach(() => page.close())

/** Leaves out each step, as whoever only wants to look around. */
async function startIn(skip: RegExp) {
  page.show(<FirstRunPage />)
  await page.user.click(await screen.findByRole('button', { name: skip }, patience))
  await expect.poll(async () => (await accepted(page.client.settings.get({}))).isFirstRunDone, patience).toBe(true)
  return (await accepted(page.client.tickets.issueTypes({}))).map(({ department }) => department)
}

test.each([
  ['en', /Skip all/i, 'Marketing'],
  ['zh', /全部跳过/, '营销部'],
] as const)('whoever starts in %s finds departments of issue types called so', async (language, skip, first) => {
  page = await aWindow({ language })
  const departments = await startIn(skip)
  expect(departments[0]).toBe(first)
  expect(departments.every((each) => /\p{Script=Han}/u.test(each) === (language === 'zh'))).toBe(true)
})

test('a list that somebody changed stays as they left it', async () => {
  page = await aWindow({ language: 'en' })
  const types = await accepted(page.client.tickets.issueTypes({}))
  const own = types.map(({ version: _, ...type }, index) => (index === 0 ? { ...type, department: '市场部' } : type))
  await accepted(page.client.tickets.saveIssueTypes({ seenVersion: 0, issueTypes: own }))
  expect(await startIn(/Skip all/i)).toEqual(own.map(({ department }) => department))
})

test('departments that people on the list are of keep their names, so that their tickets go to them', async () => {
  page = await aWindow({ language: 'en' })
  const wang = { name: '王敏', department: '物流部', role: 'listener', employeeNumber: null, email: null } as const
  await accepted(page.client.people.add(wang))
  expect(await startIn(/Skip all/i)).toContain('物流部')
})
