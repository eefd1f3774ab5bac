import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { Bookers } from './Bookers.tsx'

let page: TestWindow
let boss: Person
let secretary: Person
beforeEach(async () => {
  page = await aWindow()
  const add = (name: string, employeeNumber: string) =>
    accepted(page.client.people.add({ name, department: '总裁办', role: 'listener', employeeNumber, email: null }))
  boss = await add('王总', '80001')
  secretary = await add('陈秘书', '80002')
})
afterEach(() => page.close())

const bookerIds = async () => (await accepted(page.client.bookingFor.of({ personId: boss.id }))).bookerIds

test('somebody is named by a few letters and taken away by their cross, which can be taken back', async () => {
  page.show(<Bookers person={boss} label="谁替我预约" />)
  await page.user.type(await screen.findByRole('combobox', { name: '谁替我预约' }), '80002{Enter}')
  expect(await bookerIds()).toEqual([secretary.id])
  await page.user.click(await screen.findByRole('button', { name: '不再请 陈秘书' }))
  await waitFor(async () => expect(await bookerIds()).toEqual([]))
  ;(await page.told('以后不请 陈秘书 预约了')).undo?.()
  await waitFor(async () => expect(await bookerIds()).toEqual([secretary.id]))
})

test('who may not say so is told who may', async () => {
  page.answer('bookingFor.allow', async () => ({ ok: false, code: 'not_yours', detail: { personName: '王总' } }))
  page.show(<Bookers person={boss} label="谁替 TA 预约" />)
  await page.user.type(await screen.findByRole('combobox', { name: '谁替 TA 预约' }), '80002{Enter}')
  expect(await page.told('只有 王总 本人和协调员')).toMatchObject({ tone: 'info' })
})
