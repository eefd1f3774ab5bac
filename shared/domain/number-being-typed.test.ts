import { expect, test } from 'vitest'
import { hideNumberBeingTyped } from './number-being-typed.ts'

const atEnd = (text: string) => hideNumberBeingTyped(text, text.length)

test.each([
  ['电话 1381234567', '电话 138*******'],
  ['电话 138 1234 56', '电话 138 **** **'],
  ['电话 １３８１２３４５', '电话 １３８*****'],
  ['卡号 622202123456789', '卡号 622************'],
])('%s, caret at the end: what may become a number is hidden', (typed, stored) => {
  expect(atEnd(typed)).toBe(stored)
})

test.each(['138123', '价格 1234567', '2026-11-21', '日期 20261121', '202611210930', ''])('%s stays', (typed) => {
  expect(atEnd(typed)).toBe(typed)
})

test('only what stands at the caret is being typed', () => {
  expect(hideNumberBeingTyped('1381234567 他说', 13)).toBe('1381234567 他说')
  expect(hideNumberBeingTyped('1381234567 他说', 10)).toBe('138******* 他说')
})
