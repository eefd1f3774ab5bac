/** Progress belongs to stderr: stdout carries only what a program may want to read. */
export const say = (line) => process.stderr.write(`${line}\n`)

export const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`
