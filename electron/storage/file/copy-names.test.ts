import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { nextBackupPath } from './backup.ts'
import { byNewest, copyName, isCopyName, madeAtOf } from './copy-names.ts'

afterEach(() => vi.unstubAllEnvs())

test.each([
  [
    'the clocks are set back',
    'Europe/Berlin',
    '2026-10-25T00:10:00.000Z',
    '2026-10-25T00:50:00.000Z',
    '2026-10-25T01:10:00.000Z',
  ],
  [
    'the clocks are set back by half an hour',
    'Australia/Lord_Howe',
    '2026-04-04T14:50:00.000Z',
    '2026-04-04T14:59:00.000Z',
    '2026-04-04T15:10:00.000Z',
  ],
])('while %s names sort by happening, as text as well', (_, zone, ...moments) => {
  vi.stubEnv('TZ', zone)
  const names = moments.map((at) => copyName(new Date(at)))
  expect(names.toSorted()).toEqual(names)
  expect(names.toSorted(byNewest)).toEqual(names.toReversed())
  expect(names.map((name) => madeAtOf(name).toISOString())).toEqual(moments)
})

test('on a machine that travels the later copy is the newer one', () => {
  vi.stubEnv('TZ', 'Asia/Shanghai')
  const first = copyName(new Date('2026-11-21T09:00:00.000Z'))
  vi.stubEnv('TZ', 'America/New_York')
  const second = copyName(new Date('2026-11-21T10:00:00.000Z'))
  expect([first, second].toSorted(byNewest)).toEqual([second, first])
  expect(madeAtOf(first).toISOString()).toBe('2026-11-21T09:00:00.000Z')
})

test('names of earlier versions are read in local time and stand where they belong', () => {
  vi.stubEnv('TZ', 'Asia/Shanghai')
  const old = 'earshot_2026-11-21_093000.db'
  expect(madeAtOf(old).toISOString()).toBe('2026-11-21T01:30:00.000Z')
  const [before, after] = [
    copyName(new Date('2026-11-21T01:29:00.000Z')),
    copyName(new Date('2026-11-21T01:31:00.000Z')),
  ]
  expect([before, after, old].toSorted(byNewest)).toEqual([after, old, before])
  expect([old, 'earshot_2026-13-45_999999.db', 'my own copy.db'].filter(isCopyName)).toEqual([old])
})

test('two copies of one second never get the same name, though neither is finished', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-copies-'))
  const at = new Date('2026-11-21T09:30:00.000Z')
  expect([nextBackupPath(folder, at), nextBackupPath(folder, at)]).toEqual(
    ['093000Z', '093001Z'].map((time) => join(folder, 'backups', `earshot_2026-11-21_${time}.db`)),
  )
  expect(readdirSync(join(folder, 'backups')).filter(isCopyName)).toEqual([])
  rmSync(folder, { recursive: true })
})
