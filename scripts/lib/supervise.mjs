import { spawn } from 'node:child_process'
import { root } from './paths.mjs'
import { Refusal } from './refusal.mjs'

const patienceMs = 15_000
const parentCheckMs = 500

/**
 * `npm start` puts a shell between npm and us. When npm is told to end it tells that shell, which dies and says nothing
 * to us: noticing that our parent is gone is the only way to hear of it.
 */
function onParentGone(react) {
  if (process.platform === 'win32' || process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) react()
  }, parentCheckMs).unref()
}

/**
 * Runs the product and returns its exit code; 0 when a signal asked it to end.
 * It gets its own process group, because Ctrl-C reaches a whole group and npm passes it on as well: the product would be
 * told two or three times. Here it is told once, and has time to checkpoint. Windows delivers Ctrl-C itself.
 */
export function supervise(command, args, env = process.env) {
  const posix = process.platform !== 'win32'
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: posix })
  let asked = false
  const ask = (signal) => () => {
    if (asked) return
    asked = true
    if (posix) child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), patienceMs).unref()
  }
  process.on('SIGINT', ask('SIGINT')).on('SIGTERM', ask('SIGTERM')).on('SIGHUP', ask('SIGTERM'))
  onParentGone(ask('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Refusal(`Earshot could not be started: ${error.message}`)))
    child.on('exit', (code) => resolve(code ?? (asked ? 0 : 1)))
  })
}
