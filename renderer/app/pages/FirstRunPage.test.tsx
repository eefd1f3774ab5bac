import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useNotices } from '../../ui/notices.ts'
import { leaveDrill, openDrill } from '../drill/drill-store.ts'
import { FirstRunPage } from './FirstRunPage.tsx'

let page: TestWindow
afterEach(async () => {
  localStorage.clear()
  await page.close()
})

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

test('the drill is offered, and no more once it is open', async () => {
  page = await aWindow({ language: 'zh' })
  await startIn(/全部跳过/)
  await page.told('三分钟把听线的键练一遍')
  act(openDrill)
  expect(useNotices.getState().notices).toEqual([])
  act(leaveDrill)
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

test('a typo put right after the window was loaded anew makes nobody a second time', async () => {
  page = await aWindow({ language: 'zh' })
  const next = () => page.user.click(screen.getByRole('button', { name: /下一步/ }))
  const written = async (words: string, before: string) => {
    const name = await screen.findByRole<HTMLInputElement>('combobox', { name: /姓名/ }, patience)
    await waitFor(() => expect(name.value).toBe(before), patience)
    await page.user.clear(name)
    await page.user.type(name, words)
    await next()
    await screen.findByRole('heading', { name: '听线室有几个席位' }, patience)
  }
  const first = page.show(<FirstRunPage />)
  await written('王敏敏', '')
  first.unmount()
  page.show(<FirstRunPage />)
  await written('王敏', '王敏敏')
  expect((await accepted(page.client.people.list({}))).map(({ name }) => name)).toEqual(['王敏'])
})

describe('two of one name on the list', () => {
  const chen = { name: '陈思远', role: 'note_taker', email: null } as const
  beforeEach(async () => {
    page = await aWindow({ language: 'zh' })
    await accepted(page.client.people.add({ ...chen, department: '物流部', employeeNumber: 'E1001' }))
    await accepted(page.client.people.add({ ...chen, department: '商品部', employeeNumber: 'E2000' }))
    page.show(<FirstRunPage />)
  })
  const next = () => page.user.click(screen.getByRole('button', { name: /下一步/ }))
  const everybody = () => accepted(page.client.people.list({}))
  const me = async () => {
    await screen.findByRole('heading', { name: '听线室有几个席位' }, patience)
    const { me } = await accepted(page.client.settings.get({}))
    return (await everybody()).find(({ id }) => id === me)
  }

  test('are offered apart, and whoever is chosen is taken', async () => {
    await page.user.type(await screen.findByLabelText('姓名', { selector: 'input' }, patience), '陈思远')
    await page.user.click(await screen.findByRole('option', { name: '陈思远 · 商品部', hidden: true }, patience))
    expect(screen.getByLabelText<HTMLInputElement>('部门', { selector: 'input' }).value).toBe('商品部')
    await next()
    expect((await me())?.employeeNumber).toBe('E2000')
    expect((await everybody()).filter(({ name }) => name === '陈思远')).toHaveLength(2)
  })

  test('are asked about where only the name was typed, and nobody is made meanwhile', async () => {
    await page.user.type(await screen.findByLabelText('姓名', { selector: 'input' }, patience), '陈思远')
    await next()
    // Once, at the field that it is about.
    await screen.findByText(/2 位同名/, {}, patience)
    await page.user.click(screen.getByRole('button', { name: '陈思远 · 物流部 · E1001' }))
    await next()
    expect((await me())?.employeeNumber).toBe('E1001')
    expect((await everybody()).filter(({ name }) => name === '陈思远')).toHaveLength(2)
  })

  test('keep their names where whoever was chosen goes back and is somebody new after all', async () => {
    const name = () => screen.findByLabelText<HTMLInputElement>('姓名', { selector: 'input' }, patience)
    await page.user.type(await name(), '陈思远')
    await page.user.click(await screen.findByRole('option', { name: '陈思远 · 商品部', hidden: true }, patience))
    await next()
    await me()
    await page.user.click(screen.getByRole('button', { name: /上一步/ }))
    await page.user.clear(await name())
    await page.user.type(await name(), '林岚')
    await next()
    expect((await me())?.name).toBe('林岚')
    expect((await everybody()).filter(({ name }) => name === '陈思远')).toHaveLength(2)
    // A name of whoever was made here is put right all the same.
    await page.user.click(screen.getByRole('button', { name: /上一步/ }))
    await page.user.type(await name(), '岚')
    await next()
    expect((await me())?.name).toBe('林岚岚')
    expect(await everybody()).toHaveLength(3)
  })
})
