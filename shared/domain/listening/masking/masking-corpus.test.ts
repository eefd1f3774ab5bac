import { expect, test } from 'vitest'
import { isLeaked, ordinaryCalls, plantedLines } from '../../../../test/builders/masking-corpus.ts'
import { maskText } from './mask-text.ts'

const leaked = (manner: 'written' | 'spoken') =>
  plantedLines.filter((line) => line.manner === manner && isLeaked(line, maskText(line.text).text))
const count = (manner: 'written' | 'spoken') => plantedLines.filter((line) => line.manner === manner).length

test('of what is written at least 99 in 100 are masked', () => {
  const leaks = leaked('written')
  expect(leaks.length, JSON.stringify(leaks.map(({ text }) => text))).toBeLessThanOrEqual(count('written') / 100)
})

test('of what is spoken at least 95 in 100 are masked', () => {
  const leaks = leaked('spoken')
  expect(leaks.length, JSON.stringify(leaks.map(({ text }) => text))).toBeLessThanOrEqual(count('spoken') / 20)
})

test('of ordinary lines at most one in 200 is masked', () => {
  const hidden = ordinaryCalls.filter((line) => maskText(line).text !== line)
  expect(hidden.length, JSON.stringify(hidden)).toBeLessThanOrEqual(ordinaryCalls.length / 200)
})

test('a masked line is masked into itself', () => {
  for (const { text } of plantedLines) {
    const { text: masked } = maskText(text)
    expect(maskText(masked).text).toBe(masked)
  }
})
