import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isStrong, percentOf, strengthOf } from './shares.ts'

test.each([
  [0, 60, 0],
  [1, 6000, 1],
  [30, 60, 50],
  [5999, 6000, 99],
  [61, 60, 100],
  [5, 0, 0],
])('%d of %d minutes are %d per cent', (part, whole, percent) => expect(percentOf(part, whole)).toBe(percent))

const shares = Array.from({ length: 101 }, (_, percent) => percent)

test('more is booked, stronger is the colour', () => {
  const strengths = shares.map(strengthOf)
  expect(strengths).toEqual([...strengths].sort((one, other) => one - other))
  expect([strengths[0], strengths[100]]).toEqual([0, 100])
})

const tokens = readFileSync(new URL('../../../ui/tokens.css', import.meta.url), 'utf8')

test.each([
  ['light', 0],
  ['dark', 1],
])('each share can be read on its colour, %s', (_theme, at) => {
  const [accent, ground, ink, surface] = ['accent', 'surface-sunken', 'ink', 'surface'].map((name) => token(name, at))
  const unread = shares.filter((percent) => {
    const share = strengthOf(percent) / 100
    const colour = parts(accent).map((part, index) => part * share + (parts(ground)[index] ?? 0) * (1 - share))
    return contrast(colour, parts(isStrong(percent) ? surface : ink)) < 4.5
  })
  expect(unread).toEqual([])
})

/** As it is said the first time, on light, or the second, on dark. */
const token = (name: string, at: number) => [...tokens.matchAll(new RegExp(`--${name}: (#\\w{6});`, 'g'))][at]?.[1]
const parts = (hex = '') => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

function contrast(one: number[], other: number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((low, high) => low - high)
  return (light + 0.05) / (dark + 0.05)
}

/** As WCAG 2 defines it. */
function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
