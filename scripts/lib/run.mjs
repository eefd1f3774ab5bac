import { spawn } from 'node:child_process'
import { root } from './paths.mjs'
import { say, seconds } from './progress.mjs'
import { Refusal } from './refusal.mjs'

const keptOutput = 200_000
const running = new Set()

/** A build or a test run must not outlive the command that began it. */
function stopWith(signal, code) {
  for (const child of running) child.kill(signal)
  process.exit(code)
}
const stopOnInterrupt = () => stopWith('SIGINT', 130)
const stopOnTerminate = () => stopWith('SIGTERM', 143)

function watch(child) {
  if (running.size === 0) process.on('SIGINT', stopOnInterrupt).on('SIGTERM', stopOnTerminate)
  running.add(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  }).finally(() => {
    running.delete(child)
    if (running.size === 0) process.off('SIGINT', stopOnInterrupt).off('SIGTERM', stopOnTerminate)
  })
}

/** Runs a command whose output the person reads; returns its exit code. */
export function runShown(command, args, options = {}) {
  return watch(spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options }))
}

/** Runs a command silently; returns its exit code and the end of its output. `onStart` gets the child. */
export async function runCaptured(command, args, { onStart, ...options } = {}) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let output = ''
  const keep = (chunk) => {
    output = (output + chunk).slice(-keptOutput)
  }
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  onStart?.(child)
  return { code: await watch(child), output }
}

/** One progress line, and the command's output only when it failed: then a Refusal. */
export async function runQuietly(progress, command, args, options) {
  say(`${progress} …`)
  const startedMs = Date.now()
  const { code, output } = await runCaptured(command, args, options)
  if (code !== 0) {
    process.stderr.write(output)
    throw new Refusal(`${progress} failed with exit code ${code}; the output stands above.`)
  }
  say(`${progress}: done in ${seconds(startedMs)}`)
}
