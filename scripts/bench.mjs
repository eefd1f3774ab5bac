import { runMain } from './lib/refusal.mjs'
import { runTypeScript } from './lib/run-typescript.mjs'

/** `npm run bench -- [--json FILE] [--only NAME]`: measures, each as a ratio against a baseline of the same run. */
await runMain(() => runTypeScript('test/bench/run.ts', process.argv.slice(2)))
