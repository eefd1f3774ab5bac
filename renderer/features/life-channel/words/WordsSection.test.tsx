import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { useNotices } from '../../../ui/notices.ts'
import { WordsSection } from './WordsSection.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  page.show(<WordsSection />)
  await screen.findByText('还没有自己的说法。', {}, patience)
})
afterEach(() => page.close())

const press = (name: string) => page.user.click(screen.getByRole('button', { name }))
const words = async () => (await accepted(page.client.lifeWords.list({}))).words
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存' })

test('words are tried on their examples while they are typed, saved once they are heard as meant, and taken back', async () => {
  await press('加一条')
  await page.user.type(screen.getByLabelText('怎么说'), '去找老周报到')
  await page.user.type(screen.getByLabelText(/^例子/), '麻烦你们发个货')
  await screen.findByText('不提示', {}, patience)
  expect(save().disabled).toBe(true)
  await page.user.clear(screen.getByLabelText(/^例子/))
  await page.user.type(screen.getByLabelText(/^例子/), '我明天就去找老周报到')
  await screen.findByText('高危 · 可能想结束生命', {}, patience)
  await page.user.click(save())
  await waitFor(async () => expect(await words()).toMatchObject([{ text: '去找老周报到' }]), patience)
  await waitFor(() => expect(useNotices.getState().notices.at(-1)?.undo).toBeDefined(), patience)
  useNotices.getState().notices.at(-1)?.undo?.()
  await waitFor(async () => expect(await words()).toEqual([]), patience)
  await page.told('本公司的说法已改回原样')
})

test('one sign alone, and the same words twice, are told at the field', async () => {
  await press('加一条')
  await page.user.type(screen.getByLabelText('怎么说'), '走')
  await screen.findByText('一个字到处都有，多写几个字', {}, patience)
  expect(save().disabled).toBe(true)
})

test('what would hush a plain cry is told with that cry, and is not saved', async () => {
  await press('加一条')
  await page.user.type(screen.getByLabelText('怎么说'), '不想活了')
  screen.getByRole('combobox', { name: '听到时' }).focus()
  await page.user.keyboard('不')
  await page.user.type(screen.getByLabelText(/^例子/), '这鱼不想活了')
  await screen.findByText(/会盖住求助「我不想活了」/, {}, patience)
  expect(save().disabled).toBe(true)
})
