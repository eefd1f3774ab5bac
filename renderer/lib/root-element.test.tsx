import { render } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { useHeightOnRoot } from '../ui/use-height-on-root.ts'
import { drawAt, printLight } from './appearance.ts'
import { speak, startTexts } from './i18n.ts'

const { documentElement } = document
afterEach(() => {
  vi.restoreAllMocks()
  startTexts('zh')
  drawAt(100)
})

test('the root is told language and size only when they are others: each time the browser works out all styles anew', () => {
  startTexts('zh')
  drawAt(100)
  const told = [vi.spyOn(documentElement, 'lang', 'set'), vi.spyOn(documentElement.style, 'setProperty')]
  const counts = () => told.map(({ mock }) => mock.calls.length)
  speak('zh')
  startTexts('zh')
  drawAt(100)
  expect(counts()).toEqual([0, 0])
  speak('en')
  drawAt(130)
  expect(counts()).toEqual([1, 1])
})

test('of a part that is empty the root is told nothing, and nothing is measured', () => {
  const told = vi.spyOn(documentElement.style, 'setProperty')
  const measured = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
  render(<Notices />)
  expect([told.mock.calls, measured.mock.calls]).toEqual([[], []])
})

function Notices() {
  const part = useRef<HTMLElement>(null)
  useHeightOnRoot('--passing-height', part)
  return <section ref={part} />
}

test('what is dark is dark again once it is printed, also where the browser says twice that it prints', () => {
  documentElement.dataset.mantineColorScheme = 'dark'
  printLight()
  for (const said of ['beforeprint', 'beforeprint']) window.dispatchEvent(new Event(said))
  expect(documentElement.dataset.mantineColorScheme).toBe('light')
  for (const said of ['afterprint', 'afterprint']) window.dispatchEvent(new Event(said))
  expect(documentElement.dataset.mantineColorScheme).toBe('dark')
  delete documentElement.dataset.mantineColorScheme
})
