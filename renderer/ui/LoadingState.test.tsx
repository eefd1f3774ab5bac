import { act } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { printPage, useReadBeforePrint } from '../lib/printing.ts'
import { LoadingState } from './LoadingState.tsx'

let page: TestWindow
const printed: string[] = []
beforeEach(async () => {
  page = await aWindow()
  printed.length = 0
  vi.stubGlobal('print', () => printed.push(document.querySelector('p')?.textContent ?? ''))
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await page.close()
})

test('what is printed while a page still reads waits for it and for its paper, and comes once', async () => {
  let arrive = () => {}
  function Whole() {
    const [words, setWords] = useState('half')
    useReadBeforePrint(async () => act(() => setWords('whole')))
    return <p>{words}</p>
  }
  function Page() {
    const [isHere, setHere] = useState(false)
    arrive = () => setHere(true)
    return isHere ? <Whole /> : <LoadingState />
  }
  page.show(<Page />)
  const first = printPage()
  const second = printPage()
  await Promise.resolve()
  expect(printed).toEqual([])
  act(() => arrive())
  await Promise.all([first, second])
  expect(printed).toEqual(['whole'])
})

test('whoever went to another page meanwhile prints nothing', async () => {
  const { unmount } = page.show(<LoadingState />, '/tickets')
  window.history.pushState(null, '', '/tickets')
  const wanted = printPage()
  window.history.pushState(null, '', '/today')
  unmount()
  await wanted
  expect(printed).toEqual([])
})

test('pressed on the next page it prints that one, whatever the one before still reads', async () => {
  function Slow() {
    useReadBeforePrint(() => new Promise(() => {}))
    return <p>tickets</p>
  }
  window.history.pushState(null, '', '/tickets')
  const { unmount } = page.show(<Slow />)
  void printPage()
  window.history.pushState(null, '', '/today')
  unmount()
  page.show(<p>today</p>)
  await printPage()
  expect(printed).toEqual(['today'])
})
