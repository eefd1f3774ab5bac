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

/** How long a mutant may take its parent knows: on a busy machine a limit of Vitest's own takes the machine for a mutant. */
const NEVER_MS = 3_600_000

const vitest = await createVitest(
  'test',
  {
    root,
    config: false,
    include: JSON.parse(tests),
    setupFiles: [join(root, 'test', 'mutants', 'setup.ts')],
    env: { TZ: 'UTC' },
    pool: 'forks',
    runner: join(root, 'test', 'mutants', 'in-rounds.ts'),
    maxWorkers: 1,
    testTimeout: NEVER_MS,
    hookTimeout: NEVER_MS,
    teardownTimeout: NEVER_MS,
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

function failureOf(module: TestModule): string | null {
  if (module.state() !== 'failed') return null
  const failed = [...module.children.allTests('failed')][0]
  const errors = [...(failed?.result().errors ?? []), ...module.errors()]
  return `${failed?.fullName ?? ''}: ${errors[0]?.message ?? 'no reason given'}`
}

/** What was thrown comes over from another process: it may be anything, and need not turn into a string. */
const wordsOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown ? `${thrown.message}` : typeof thrown

async function run({ mutant, testFile, testIds, rounds = {} }: Order): Promise<Answer> {
  process.env.EARSHOT_MUTANT = String(mutant)
  process.env.EARSHOT_ROUNDS = JSON.stringify(rounds)
  const startedMs = performance.now()
  const specification = vitest
    .getRootProject()
    .createSpecification(testFile, testIds === undefined ? {} : { testIds: [...testIds] })
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification])
  // Vitest gives every file it has run so far: another one still shows what an earlier mutant did to it.
  const own = testModules.filter(({ moduleId }) => moduleId === testFile)
  const failures = [...own.map(failureOf), ...unhandledErrors.map(wordsOf)].filter((failure) => failure !== null)
  const tests = own.flatMap((module) => [...module.children.allTests()])
  return {
    failure: failures[0] ?? null,
    tookMs: performance.now() - startedMs,
    tests: tests.map((test) => ({ id: test.id, name: test.fullName, tookMs: test.diagnostic()?.duration ?? 0 })),
  }
}

process.on('message', (order: Order) => {
  void run(order).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit(0))
process.send?.(testFiles)
