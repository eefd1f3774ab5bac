import { runMain } from './lib/refusal.mjs'
import { runTypeScript } from './lib/run-typescript.mjs'

/** `npm run screenshots`: draws the pictures of README and docs/guide from the built console. */
await runMain(() => runTypeScript('test/screenshots/run.ts', process.argv.slice(2)))
