import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A Vitest reporter beside the default one: its JSON reporter leaves out why a test was skipped and files that broke. */
class TallyReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const tally = { passed: 0, failed: [], skipped: [] }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const name = `${module.relativeModuleId} › ${test.fullName}`
        const { state, note } = test.result()
        if (state === 'passed') tally.passed += 1
        else if (state === 'skipped') tally.skipped.push({ name, reason: note ?? 'no reason given' })
        else tally.failed.push(name)
      }
      const broken = [module, ...module.children.allSuites()].filter((part) => part.errors().length > 0)
      tally.failed.push(...broken.map((part) => `${module.relativeModuleId} › ${part.fullName ?? 'the file itself'}`))
    }
    tally.failed.push(...unhandledErrors.map((error) => `unhandled: ${String(error.message).split('\n')[0]}`))
    const file = process.env.EARSHOT_TALLY
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(tally))
  }
}

// biome-ignore lint/style/noDefaultExport: Vitest loads a reporter's default export
export default TallyReporter
