import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWatchedLog } from './watched-log.ts'

test('a promise that fails with nobody waiting stands in the log, without its words, and ends nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-log-'))
  const before = process.listeners('unhandledRejection')
  openWatchedLog(folder)
  const added = process.listeners('unhandledRejection').filter((listener) => !before.includes(listener))
  expect(added).toHaveLength(1)
  for (const listener of added) {
    listener(new TypeError('顾客说要投诉'), Promise.resolve())
    process.off('unhandledRejection', listener)
  }
  const text = readFileSync(join(folder, 'logs', 'earshot.log'), 'utf8')
  expect(text).toContain('UNHANDLED')
  expect(text).toContain('TypeError')
  expect(text).not.toContain('投诉')
  rmSync(folder, { recursive: true, force: true })
})
