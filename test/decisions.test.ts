import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '..', 'docs', 'decisions')
const names = readdirSync(folder).sort()

test('decisions are numbered from 0001 on: no number twice, none left out', () => {
  const numbers = names.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]))
  expect(numbers).toEqual(names.map((_, index) => index + 1))
})

test('each says its context, its decision and what follows from it', () => {
  const parts = ['Context', 'Decision', 'Consequences']
  const lacking = names.filter((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return !parts.every((part) => text.includes(`**${part}.**`))
  })
  expect(lacking).toEqual([])
})
