import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lightIcons, lineOf, nodesIn } from '../scripts/lib/light-icons.mjs'

const kit = join(import.meta.dirname, '..', 'node_modules', 'lucide-react', 'dist', 'esm', 'icons')

test('shapes become one line, drawn where they were', () => {
  expect(lineOf([['circle', { cx: '12', cy: '13', r: '8', key: 'a' }]])).toBe('M4 13a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z')
  expect(lineOf([['line', { x1: '1', x2: '3', y1: '2', y2: '4' }]])).toBe('M1 2L3 4')
  expect(lineOf([['rect', { width: '8', height: '6', x: '2', y: '3' }]])).toBe('M2 3h8v6h-8v-6z')
  expect(lineOf([['rect', { width: '8', height: '6', x: '2', y: '3', rx: '1' }]])).toBe(
    'M3 3h6a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-6a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1z',
  )
  expect(lineOf([['polygon', { points: '1 2 3 4 5 6' }]])).toBe('M1 2 3 4 5 6z')
})

test('a path that begins from nowhere begins where it did, not at the end of the one before', () => {
  const line = lineOf([
    ['path', { d: 'M5 3 2 6' }],
    ['path', { d: 'm22 6-3-3' }],
    ['path', { d: 'm8 2 1.88 1.88' }],
    ['path', { d: 'm.5-.5v4' }],
  ])
  expect(line).toBe('M5 3 2 6M22 6l-3-3M8 2l1.88 1.88M.5 -.5v4')
})

test('what is filled, or drawn in another way, stays as the kit has it', () => {
  expect(lineOf([['circle', { cx: '7.5', cy: '7.5', r: '.5', fill: 'currentColor' }]])).toBeNull()
  expect(lineOf([['g', {}]])).toBeNull()
})

test('every icon of the kit is read', () => {
  const icons = readdirSync(kit)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => readFileSync(join(kit, file), 'utf8'))
    .filter((code) => code.includes('createLucideIcon('))
  expect(icons.length).toBeGreaterThan(1_500)
  expect(icons.filter((code) => lineOf(nodesIn(code)) === null).length).toBeLessThan(20)
  const made = icons.map((code) => lightIcons.transform.handler(code)?.code ?? 'as it is')
  expect(
    made.filter(
      (code) => !/^import .*\nconst \w+ = .*lightIcon\("[\w-]+", "M[^"]+"\)\nexport/.test(code) && code !== 'as it is',
    ),
  ).toEqual([])
})
