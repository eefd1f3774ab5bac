import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVitest, type TestModule } from 'vitest/node'
import type { Answer, Order } from './messages.ts'
import { type Prepared, root } from './mutants.ts'

// Lives in a process of its own: a mutant may never come to an end, and is then killed with everything it started.
const [, , tests = '[]', preparedPath = ''] = process.argv
/** As the parent read them: a runner that is started later numbers its mutants the same, whatever was written meanwhile. */
const prepared: Prepared[] = JSON.parse(readFileSync(preparedPath, 'utf8'))
const codeOf = new Map(prepared.map(({ file, code }) => [join(root, file), code]))

/** A test that takes longer measures time or tries very many inputs: thousands of runs of it would take days. */
const SLOW_TEST_MS = 1_000

const vitest = await createVitest(
  'test',
  {
    root,
    config: false,
    include: JSON.parse(tests),
    setupFiles: [join(root, 'test', 'mutants', 'setup.ts')],
    env: { TZ: 'UTC' },
    pool: 'forks',
    maxWorkers: 1,
    // How long a mutant may take its parent knows.
    testTimeout: 120_000,
    // One failure is enough to notice a mutant.
    bail: 1,
    watch: false,
    // It would give the sources as they were in an earlier run.
    fsModuleCache: false,
    reporters: [{}],
  },
  {
    plugins: [{ name: 'mutants', enforce: 'pre', load: (id) => codeOf.get(id.split('?')[0] ?? id) ?? null }],
    logLevel: 'silent',
  },
)
await vitest.standalone()
const testFiles = (await vitest.globTestSpecifications()).map((specification) => specification.moduleId)
const quickTests = new Map<string, string[]>()

const noteQuickTests = (module: TestModule): void => {
  const quick = [...module.children.allTests()].filter((test) => (test.diagnostic()?.duration ?? 0) < SLOW_TEST_MS)
  quickTests.set(
    module.moduleId,
    quick.map((test) => test.id),
  )
}

async function run({ mutant, testFile }: Order): Promise<Answer> {
  process.env.EARSHOT_MUTANT = String(mutant)
  const startedMs = performance.now()
  const testIds = quickTests.get(testFile)
  const specification = vitest
    .getRootProject()
    .createSpecification(testFile, testIds === undefined || mutant === 0 ? {} : { testIds })
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification])
  // Vitest gives every file it has run so far: another one still shows what an earlier mutant did to it.
  const own = testModules.filter(({ moduleId }) => moduleId === testFile)
  if (mutant === 0) own.forEach(noteQuickTests)
  const passed = unhandledErrors.length === 0 && own.every((module) => module.state() !== 'failed')
  return { passed, tookMs: performance.now() - startedMs, quickTests: quickTests.get(testFile) ?? [] }
}

process.on('message', (order: Order) => {
  if (order.quickTests !== undefined) quickTests.set(order.testFile, [...order.quickTests])
  void run(order).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit(0))
process.send?.(testFiles)
