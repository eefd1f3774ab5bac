import { MantineProvider } from '@mantine/core'
import { act, render, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { startTexts } from '../lib/i18n.ts'
import { Dialog } from './Dialog.tsx'
import { Notices } from './Notices.tsx'
import { notify, useNotices } from './notices.ts'

startTexts('zh')
beforeEach(() => useNotices.setState({ notices: [] }))

test('what a notice says of several things stands line by line', async () => {
  render(<Notices />, { wrapper: MantineProvider })
  notify({ tone: 'info', title: () => '2 份文件', hint: () => '退货.json：已放在这一通旁边\n券.json：一通只放一份' })
  expect(await screen.findByText('退货.json：已放在这一通旁边')).toBeTruthy()
  expect(screen.getByText('券.json：一通只放一份')).toBeTruthy()
})

test('an act that says much stands below the sentence, a short one beside it', () => {
  const offer = (label: string) =>
    notify({ tone: 'info', title: () => label, action: { label: () => label, run: () => {} } })
  render(<Notices />, { wrapper: MantineProvider })
  const isWide = (label: string) =>
    screen.getByRole('button', { name: label }).closest('[role=status]')?.hasAttribute('data-wide')
  act(() => {
    offer('看是哪些')
    offer('改约 12月4日 周五 3号席 12:30–14:00')
  })
  expect([isWide('看是哪些'), isWide('改约 12月4日 周五 3号席 12:30–14:00')]).toEqual([false, true])
})

test('the key that takes something back is printed where it acts: not while a dialog is open', async () => {
  const shown = (isOpen: boolean) => (
    <>
      <Dialog isOpen={isOpen} onClose={() => {}} title="没有改的 1 张">
        <p>ES-000002</p>
      </Dialog>
      <Notices />
    </>
  )
  const { rerender } = render(shown(true), { wrapper: MantineProvider })
  notify({ tone: 'success', title: () => '改了 2 张', undo: () => {} })
  expect((await screen.findByRole('button', { name: /撤销/, hidden: true })).textContent).toBe('撤销')
  rerender(shown(false))
  expect(screen.getByRole('button', { name: /撤销/ }).textContent).toMatch(/Ctrl ?\+ ?Z|CtrlZ/)
})

test('what stands until it is closed lies below what goes by itself, and alone takes room from the page', async () => {
  render(<Notices />, { wrapper: MantineProvider })
  notify({ tone: 'info', title: () => '新来的？', stays: true })
  notify({ tone: 'success', title: () => '已保存' })
  const [passing, standing] = (await screen.findByRole('region', { name: '提示' })).children
  expect([passing?.textContent, standing?.textContent]).toEqual(['已保存', '新来的？'])
})

test('the room that notices took beneath a dialog is kept until it closes: what is read there does not move as one goes', () => {
  const measuring = new Set<() => void>()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #measure: () => void
      constructor(measure: () => void) {
        this.#measure = measure
      }
      observe = () => void measuring.add(this.#measure)
      disconnect = () => void measuring.delete(this.#measure)
      unobserve() {}
    },
  )
  let heightPx = 44
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.className.includes('passing') ? heightPx : 0
  })
  const become = (px: number) => {
    heightPx = px
    act(() => {
      for (const measure of [...measuring]) measure()
    })
    return document.documentElement.style.getPropertyValue('--kept-height')
  }
  const shown = (isOpen: boolean) => (
    <>
      <Dialog isOpen={isOpen} onClose={() => {}} title="查找">
        <p>没来</p>
      </Dialog>
      <Notices />
    </>
  )
  const { rerender } = render(shown(true), { wrapper: MantineProvider })
  expect([become(44), become(96), become(44), become(0)]).toEqual(['', '', '96px', '96px'])
  rerender(shown(false))
  expect(become(44)).toBe('')
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
