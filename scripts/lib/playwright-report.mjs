function* specsOf(suite, titles) {
  const path = [...titles, suite.title].filter((title) => title !== '')
  for (const spec of suite.specs ?? []) yield { spec, path }
  for (const inner of suite.suites ?? []) yield* specsOf(inner, path)
}

/** Playwright's JSON report as a tally. A test that never ran (its file broke, the run was cut short) says so itself. */
export function tallyPlaywright(report) {
  const tally = { passed: 0, failed: [], skipped: [] }
  for (const { spec, path } of report.suites.flatMap((suite) => [...specsOf(suite, [])])) {
    for (const test of spec.tests) {
      const name = [`[${test.projectName}]`, ...path, spec.title].join(' › ').replace('] ›', ']')
      const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
      if (test.status === 'expected' || test.status === 'flaky') tally.passed += 1
      else if (test.status === 'skipped') tally.skipped.push({ name, reason: reason ?? 'no reason given' })
      else tally.failed.push(name)
    }
  }
  tally.failed.push(...report.errors.map((error) => `playwright: ${String(error.message).split('\n')[0]}`))
  return tally
}
