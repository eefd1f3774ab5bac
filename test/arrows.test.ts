import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findViolations } from '../scripts/arrows.mjs'

let base: string

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'earshot-arrows-'))
})

afterEach(() => rmSync(base, { recursive: true, force: true }))

function write(file: string, text: string) {
  mkdirSync(dirname(join(base, file)), { recursive: true })
  writeFileSync(join(base, file), text)
}

/** file, source, and a part of the sentence that refuses it. */
const refused: [string, string, string][] = [
  ['shared/domain/a.ts', `import { x } from '../../electron/door.ts'`, 'shared must not import electron'],
  ['shared/domain/a.ts', `import words from '../../resources/words.ts'`, 'shared must not import resources'],
  ['shared/domain/a.ts', `import { readFileSync } from 'node:fs'`, 'shared must not import node:fs'],
  ['shared/domain/a.ts', `import { readFileSync } from 'fs'`, 'shared must not import node:fs'],
  ['shared/contract/a.ts', `import { useState } from 'react'`, 'shared must not import react'],
  ['shared/domain/a.ts', `import { z } from 'zod'`, 'only shared/contract imports zod'],
  ['shared/contract/a.ts', `import type { D } from '../domain/deadlines.ts'`, 'contract must not import domain'],
  ['shared/domain/a.ts', `import { Booking } from '../contract/bookings.ts'`, 'domain imports only types'],
  ['shared/domain/a.ts', `export { Booking } from '../contract/bookings.ts'`, 'domain imports only types'],
  ['electron/services/a.ts', `import { App } from '../../renderer/app/App.tsx'`, 'electron must not import renderer'],
  [
    'electron/services/a.ts',
    `import { aBooking } from '../../test/builders/bookings.ts'`,
    'electron must not import test',
  ],
  ['electron/services/a.ts', `import { door } from '../door.ts'`, 'services must not import door'],
  ['electron/services/a.ts', `import { app } from 'electron'`, 'import `electron`'],
  ['electron/shells/browser/a.ts', `import type { App } from 'electron/main'`, 'import `electron`'],
  ['electron/services/a.ts', `import Database from 'better-sqlite3'`, 'imports better-sqlite3'],
  ['electron/storage/a.ts', `import { s } from '../services/bookings.ts'`, 'storage must not import services'],
  ['electron/storage/a.ts', `const s = await import('../door.ts')`, 'storage must not import door'],
  ['electron/storage/a.ts', `import '../adapters/log/log.ts'`, 'storage must not import adapters'],
  ['electron/adapters/log/a.ts', `import { s } from '../../services/bookings.ts'`, 'adapters must not import services'],
  ['electron/adapters/exports/a.ts', `import { d } from '../../door.ts'`, 'adapters must not import door'],
  ['electron/adapters/exports/a.ts', `import Database from 'better-sqlite3'`, 'imports better-sqlite3'],
  ['electron/clock.ts', `import { C } from './services/parts.ts'`, 'root must not import services'],
  ['electron/door.ts', `import { s } from './storage/tickets.ts'`, 'door must not import storage'],
  ['electron/shells/browser/a.ts', `import { s } from '../../services/notes.ts'`, 'shells must not import services'],
  [
    'electron/services/a.ts',
    `const w = new URL('../shells/browser/w.ts', import.meta.url)`,
    'services must not import shells',
  ],
  ['electron/services/a.ts', 'const q = `SELECT id\n FROM note`', 'SQL stands only'],
  ['electron/door.ts', `db.exec('VACUUM INTO ?')`, 'SQL stands only'],
  ['electron/adapters/a.ts', `db.prepare('delete from note')`, 'SQL stands only'],
  [
    'electron/services/tickets/a.ts',
    `import { b } from '../../storage/seats/bookings.ts'`,
    'tickets must not use seats',
  ],
  ['shared/domain/seats/a.ts', `import type { T } from '../../contract/tickets/t.ts'`, 'seats must not use tickets'],
  [
    'renderer/features/exports/A.tsx',
    `import { d } from '../../../shared/domain/seats/slots.ts'`,
    'exports must not use seats',
  ],
  ['renderer/features/listening/A.tsx', `import { T } from '../tickets/T.tsx'`, 'must not import feature tickets'],
  ['renderer/features/listening/A.tsx', `import {\n  T,\n} from '../tickets/T.tsx'`, 'must not import feature tickets'],
  ['renderer/features/listening/A.tsx', `import { r } from '../../app/routes.tsx'`, 'must not import renderer/app'],
  ['renderer/ui/A.tsx', `import { T } from '../features/tickets/T.tsx'`, 'must not import a feature'],
  ['renderer/lib/a.ts', `import { r } from '../app/routes.tsx'`, 'must not import renderer/app'],
  ['renderer/lib/a.ts', `import { d } from '../../electron/door.ts'`, 'renderer must not import electron'],
  ['renderer/lib/a.ts', `import { join } from 'node:path'`, 'it has no Node'],
  ['scripts/a.mjs', `import { z } from 'zod'`, 'before anything is installed'],
]

describe('the guard of the arrows refuses', () => {
  test.each(refused)('%s: %s', (file, source, sentence) => {
    write(file, `// a first line\n${source}\n`)
    expect(findViolations(base)).toEqual([{ file, line: expect.any(Number), rule: expect.stringContaining(sentence) }])
  })

  test('a file of 351 lines, tests included', () => {
    write('test/long.test.ts', 'x\n'.repeat(351))
    write('renderer/app/long.css', 'x\n'.repeat(350))
    expect(findViolations(base)).toEqual([
      { file: 'test/long.test.ts', line: 351, rule: 'a file has at most 350 lines (this one: 351)' },
    ])
  })

  test('each of several in one file, at its own line', () => {
    write('electron/services/a.ts', `import { app } from 'electron'\n\nimport { d } from '../door.ts'\n`)
    expect(findViolations(base).map(({ line }) => line)).toEqual([1, 3])
  })

  test('a circle of three, told once with the way round, and types count', () => {
    write('renderer/ui/A.tsx', `import type { B } from './B.tsx'\n`)
    write('renderer/ui/B.tsx', `import { x } from './x.ts'\nimport { C } from './C.tsx'\n`)
    write('renderer/ui/C.tsx', `import { A } from './A.tsx'\nimport { B } from './B.tsx'\n`)
    write('renderer/ui/x.ts', `export const x = 1\n`)
    expect(findViolations(base)).toEqual([
      {
        file: 'renderer/ui/A.tsx',
        line: 1,
        rule: 'imports go in a circle: renderer/ui/A.tsx → renderer/ui/B.tsx → renderer/ui/C.tsx → renderer/ui/A.tsx',
      },
    ])
  })

  test('two circles that do not touch, and a file that imports itself', () => {
    write('shared/domain/a.ts', `import { b } from './b.ts'\n`)
    write('shared/domain/b.ts', `import { a } from './a.ts'\n`)
    write('test/c.ts', `import { c } from './c.ts'\n`)
    expect(findViolations(base).map(({ file }) => file)).toEqual(['shared/domain/a.ts', 'test/c.ts'])
  })
})

/** What the architecture allows must pass, or the guard would be switched off. */
const allowed: [string, string][] = [
  ['shared/contract/a.ts', `import { z } from 'zod'`],
  ['shared/domain/a.ts', `import { Temporal } from 'temporal-polyfill'`],
  ['shared/domain/a.ts', `import type { Booking } from '../contract/bookings.ts'`],
  ['electron/clock.ts', `import type { C } from './services/parts.ts'`],
  ['electron/app-version.ts', `import { version } from '../package.json'`],
  ['shared/domain/a.ts', `import calendar from '../../resources/calendars/2026.json' with { type: 'json' }`],
  ['electron/main.ts', `import { app } from 'electron'\nimport { compose } from './compose.ts'`],
  ['electron/shells/electron/window.ts', `import { BrowserWindow } from 'electron/main'`],
  ['electron/compose.ts', `import { a } from './storage/open.ts'\nimport { b } from './services/notes.ts'`],
  [
    'electron/services/a.ts',
    `import { decide } from '../../shared/domain/a.ts'\nimport { s } from '../storage/notes.ts'`,
  ],
  ['electron/storage/a.ts', "import Database from 'better-sqlite3'\nconst q = `SELECT id FROM note`"],
  ['electron/adapters/exports/export.worker.ts', `import { openReadable } from '../../storage/open.ts'`],
  ['electron/services/a.ts', `// a copy is made with VACUUM INTO a new file\n/** import { d } from '../door.ts' */`],
  ['electron/services/a.ts', `throw new Error('Select a seat from the board, then update it')`],
  ['electron/services/notes.test.ts', `import { aNote } from '../../test/builders/notes.ts'`],
  [
    'renderer/app/Live.tsx',
    `import { N } from '../features/notes/N.tsx'\nimport { T } from '../features/tickets/T.tsx'`,
  ],
  ['renderer/features/listening/A.tsx', `import { B } from './B.tsx'\nimport { Button } from '../../ui/Button.tsx'`],
  ['renderer/lib/i18n.ts', `import zh from '../../resources/locales/zh/notes.json'`],
]

describe('the guard of the arrows allows', () => {
  test.each(allowed)('%s: %s', (file, source) => {
    write(file, source)
    expect(findViolations(base)).toEqual([])
  })
})
