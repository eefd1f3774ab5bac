import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { cloudCard } from '../../../../test/builders/kept-terms.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { useNotices } from '../../../ui/notices.ts'
import { TermsSection } from './TermsSection.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  page.show(<TermsSection />)
  await screen.findByText(/还没有自己的行话。/, {}, patience)
})
afterEach(() => page.close())

const press = (name: string) => page.user.click(screen.getByRole('button', { name }))
const terms = async () => (await accepted(page.client.jargon.list({}))).terms
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存' })
const field = (name: RegExp) => screen.getByLabelText(name)

test('jargon is tried on its sentences while it is typed, saved once each says it, and taken back', async () => {
  await press('加一个行话')
  expect(document.activeElement).toBe(field(/^怎么说/))
  await page.user.type(field(/^换成/), '每月少付十块钱的那张卡')
  await page.user.type(field(/^怎么说/), '云享卡{Enter}Cloud Card')
  await page.user.type(field(/^例句/), '您办的卡')
  screen.getByText('「您办的卡」里没有说到它，换一句说到它的话')
  expect(save().disabled).toBe(true)
  await page.user.type(field(/^例句/), '是云享卡，云享卡续费')
  screen.getByText('数到 2 次')
  // From the field that is written in, by the key that saves everywhere.
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(async () => expect(await terms()).toMatchObject([{ words: ['云享卡', 'Cloud Card'] }]), patience)
  await waitFor(() => expect(useNotices.getState().notices.at(-1)?.undo).toBeDefined(), patience)
  useNotices.getState().notices.at(-1)?.undo?.()
  await waitFor(async () => expect(await terms()).toEqual([]), patience)
  await page.told('本公司的行话已改回原样')
})

test('what the dictionary has already is said, and what was typed can be left', async () => {
  await press('加一个行话')
  await page.user.type(field(/^怎么说/), '价保')
  await screen.findByText(/自带词典里有，说法是：买贵了退差价/, {}, patience)
  await press('不改了')
  screen.getByText(/还没有自己的行话。/)
})

test('terms that somebody else saved meanwhile are not overwritten unseen, and what was typed stays', async () => {
  await press('加一个行话')
  await page.user.type(field(/^换成/), '我的说法')
  await page.user.type(field(/^怎么说/), '尊享包')
  await page.user.type(field(/^例句/), '送您尊享包')
  const { version } = await accepted(page.client.jargon.list({}))
  await accepted(page.client.jargon.save({ terms: [cloudCard], seenVersion: version }))
  await page.user.click(save())
  await screen.findByText(/改了本公司的行话。你写的还在。/, {}, patience)
  expect(await terms()).toEqual([cloudCard])
  await press('看对方的')
  await screen.findByDisplayValue(cloudCard.plain, {}, patience)
  await press('换回合在一起的')
  within(screen.getByRole('region', { name: '行话 1' })).getByDisplayValue(cloudCard.plain)
  within(screen.getByRole('region', { name: '行话 2' })).getByDisplayValue('我的说法')
})

test('a term that is typed on while it is saved is the same one when it is saved again', async () => {
  await press('加一个行话')
  await page.user.type(field(/^怎么说/), '云享卡')
  await page.user.type(field(/^换成/), '那张卡')
  await page.user.type(field(/^例句/), '您办的是云享卡')
  const { promise, resolve } = Promise.withResolvers<void>()
  page.answer('jargon.save', async (_wish, ask) => {
    await promise
    return ask()
  })
  await page.user.click(save())
  await page.user.type(field(/^换成/), '，每月少付十块')
  resolve()
  const plain = async () => (await terms()).map((term) => term.plain)
  await waitFor(async () => expect(await plain()).toEqual(['那张卡']), patience)
  const [first] = await terms()
  await waitFor(() => expect(save().disabled).toBe(false), patience)
  await page.user.click(save())
  await waitFor(async () => expect(await plain()).toEqual(['那张卡，每月少付十块']), patience)
  expect((await terms())[0]?.id).toBe(first?.id)
})
