import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from './builders/console.ts'
import { type Judge, tellSlowApart } from './mutants/judges.ts'
import type { Mutant } from './mutants/mutants.ts'
import { type Fate, report } from './mutants/report.ts'

/** As from a command line: a Vitest inside this one would take its variables for its own. */
const ownEnvironment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$)/.test(name)))

test('what was noticed, never ended, was not noticed and was not run are told apart', {
  // It starts programs one after the other, and waits for one that never ends: longer the busier the machine is.
  timeout: 600_000,
}, async () => {
  const folder = aFolder()
  const json = join(folder.path, 'fates.json')
  const tool = join(import.meta.dirname, 'mutants', 'run.ts')
  const fixture = 'test/mutants/fixture'
  const args = [tool, `${fixture}/rules.ts`, '--tests', `${fixture}/*.test.ts`, '--json', json, '--patience', '4000']
  const child = spawn(process.execPath, args, { env: { ...ownEnvironment, TMPDIR: folder.path }, stdio: 'ignore' })
  expect(await once(child, 'exit')).toEqual([0, null])
  const fates: { mutant: Mutant; fate: Fate }[] = JSON.parse(readFileSync(json, 'utf8'))
  folder.remove()

  const told = fates.map(({ mutant, fate }) => `${mutant.original} → ${mutant.replacement ?? 'not run'}: ${fate}`)
  expect(told.slice(0, 6)).toEqual([
    'days >= 7 → undefined: killed',
    'days >= 7 → (days) > (7): killed',
    'days >= 7 → (days) < (7): killed',
    '7 → 8: killed',
    'typed.trim() → undefined: killed',
    // After a mutant that another test file noticed: that one was not run on this.
    'typed.trim() → typed: survived',
  ])
  expect(told.filter((one) => one.endsWith(': endless'))).toEqual(['left -= 1 → left += 1: endless'])
  // By a runner that was started after the endless one was ended.
  expect(told.slice(-4)).toEqual([
    'typed.trim() → undefined: killed',
    'typed.trim() → typed: survived',
    '-days → undefined: not_reached',
    '-days → days: not_reached',
  ])
})

test('which test is slow the others say: all of a busy machine are not, one of many inputs is, and is told', () => {
  const judge = (name: string, tookMs: number): Judge => ({
    ...{ id: name, name, testFile: 'rules.test.ts', tookMs, reached: new Set(), outside: new Set() },
  })
  const onBusyMachine = [judge('a', 2_500), judge('b', 3_000), judge('c', 9_000), judge('every minute', 90_000)]
  const { quick, slow } = tellSlowApart(onBusyMachine)
  expect(quick.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  expect(report([], slow)).toContain('left out, took 90 s: every minute')
  const onIdleMachine = [judge('a', 1), judge('b', 2), judge('c', 900), judge('every minute', 4_000)]
  expect(tellSlowApart(onIdleMachine).slow.map(({ name }) => name)).toEqual(['every minute'])
})
