import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fieldsThatAreRemembered } from './builders/fields.ts'

const renderer = join(import.meta.dirname, '..', 'renderer')

describe('a browser keeps on its disk what is typed into', () => {
  test.each([
    ['<input value={text} />'],
    ['<input type="search" {...rest} />'],
    ['<textarea maxLength={3} onChange={(event) => (a > b ? go() : stay())} />'],
    ['<TextInput {...unremembered} {...props} />'],
    ['<NumberInput autoComplete="on" />'],
    ['<div contentEditable />'],
  ])('%s', (source) => {
    expect(fieldsThatAreRemembered(source)).toHaveLength(1)
  })
})

describe('nothing is kept of', () => {
  test.each([
    ['<input value={text} {...unremembered} />'],
    ['<TextInput size="sm" {...props} {...unremembered} />'],
    ['<textarea onChange={(event) => (a > b ? go() : stay())} {...unremembered} />'],
    ['<input type="file" hidden />'],
    ['<input type="radio" checked />'],
    ["import { TextInput } from '@mantine/core'"],
  ])('%s', (source) => {
    expect(fieldsThatAreRemembered(source)).toEqual([])
  })
})

test('no field of the console is remembered by the browser', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.tsx$/.test(name),
  )
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((name) =>
    fieldsThatAreRemembered(readFileSync(join(renderer, name), 'utf8')).map((tag) => `${name}: ${tag}`),
  )
  expect(found).toEqual([])
})
