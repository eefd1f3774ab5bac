import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFileLog } from './file-log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const read = (name: string) => readFileSync(join(folder, 'logs', name), 'utf8')

test('a line is masked, one line whatever is in it, and for own eyes only', () => {
  const log = openFileLog(folder)
  log.info('call 13812345678\n2026-01-01T00:00:00.000Z info forged')
  expect(read('earshot.log').trimEnd().split('\n')).toHaveLength(1)
  expect(read('earshot.log')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info call 138\*{4}5678 .*forged\n$/)
  expect(statSync(join(folder, 'logs', 'earshot.log')).mode & 0o077).toBe(0)
})

test('a reference of digits alone stays readable, anything else in its place is masked', () => {
  const log = openFileLog(folder)
  log.error('notes.add failed', '13812345', new RangeError('private'))
  log.error('notes.add failed', '13812345678', 'private')
  const [first = '', second = ''] = read('earshot.log').split('\n')
  expect(first).toContain('[13812345] RangeError | at ')
  expect(second).toContain('[138****5678] thrown string')
  expect(read('earshot.log')).not.toContain('private')
})

test('what a database says by its five signs is told, and what is only alike is not', () => {
  const log = openFileLog(folder)
  for (const code of ['53100', '23P01', '138123'])
    log.error('rows could not be laid down', 'DATABASE', Object.assign(new Error('private'), { code }))
  expect(read('earshot.log').match(/(?<=\] )Error[^|]*(?= \|)/g)).toEqual(['Error 53100', 'Error 23P01', 'Error'])
})

test('the log is rotated and the sixth file is gone', () => {
  const log = openFileLog(folder, 1_000)
  for (let number = 0; number < 200; number += 1) log.info(`line ${number} ${'x'.repeat(80)}`)
  const files = readdirSync(join(folder, 'logs')).sort()
  expect(files).toEqual(['earshot.1.log', 'earshot.2.log', 'earshot.3.log', 'earshot.4.log', 'earshot.log'])
  expect(read('earshot.log')).toContain('line 199 ')
  // The one before begins where the older one ended: nothing was lost between two files.
  const numbers = ['earshot.4.log', 'earshot.3.log', 'earshot.2.log', 'earshot.1.log', 'earshot.log']
    .flatMap((name) => [...read(name).matchAll(/line (\d+) /g)])
    .map(([, number]) => Number(number))
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
})

test('a file of the log that cannot be moved costs no line', () => {
  mkdirSync(join(folder, 'logs', 'earshot.4.log', 'open'), { recursive: true })
  const log = openFileLog(folder, 1_000)
  for (let number = 0; number < 60; number += 1) log.info(`line ${number} ${'x'.repeat(80)}`)
  const all = ['earshot.0.log', 'earshot.log'].map(read).join('')
  expect([...all.matchAll(/line (\d+) /g)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 60 }).map((_, i) => i),
  )
})
