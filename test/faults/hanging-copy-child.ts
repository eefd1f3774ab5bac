import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** The product's process, on a disk that does not answer when a copy that was written is to be forced onto it: no signal but one ends it. */
fs.fsyncSync = () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
syncBuiltinESMExports()
await import('../../electron/adapters/database-child/database-child.ts')
