import { spawn } from 'node:child_process'
import { root } from './paths.mjs'
import { Refusal } from './refusal.mjs'

const patienceMs = 15_000
const parentCheckMs = 500
/** A helper that outlives the program may hold its pipes; its last words are there long before. */
const lastWordsMs = 1_000

/**
 * `npm start` puts a shell between npm and us. When npm is told to end it tells that shell, which dies and says nothing
 * to us: noticing that our parent is gone is the only way to hear of it.
 */
function onParentGone(react) {
  if (process.platform === 'win32' || process.env.npm_lifecycle_event === undefined) return () => {}
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) react()
  }, parentCheckMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** Tells the program once that it should end, whoever asks and however often; returns the way to stop listening. */
function passOnRequestsToEnd(child, asked) {
  const ask = (signal) => () => {
    if (!asked()) return
    if (process.platform !== 'win32') child.kill(signal)
    setTimeout(() => child.kill('SIGKILL'), patienceMs).unref()
  }
  const listeners = { SIGINT: ask('SIGINT'), SIGTERM: ask('SIGTERM'), SIGHUP: ask('SIGTERM') }
  for (const [signal, listener] of Object.entries(listeners)) process.on(signal, listener)
  const stopWatching = onParentGone(ask('SIGTERM'))
  return () => {
    for (const [signal, listener] of Object.entries(listeners)) process.off(signal, listener)
    stopWatching()
  }
}

/**
 * Runs the product and tells how it ended: { code, signal, wasAsked, error }. `error` when it could not be run at all.
 * It gets its own process group, because Ctrl-C reaches a whole group and npm passes it on as well: the product would be
 * told two or three times. Here it is told once, and has time to checkpoint. Windows delivers Ctrl-C itself.
 * `onStart` gets the child and reads what it says; without it the person reads that directly.
 */
export function supervise(command, args, { env = process.env, onStart } = {}) {
  const how = onStart === undefined ? 'inherit' : 'pipe'
  let wasAsked = false
  const askOnce = () => {
    if (wasAsked) return false
    wasAsked = true
    return true
  }
  return new Promise((resolve) => {
    let child
    try {
      child = spawn(command, args, {
        cwd: root,
        env,
        stdio: ['ignore', how, how],
        detached: process.platform !== 'win32',
      })
    } catch (error) {
      // Some kinds of a broken program are thrown at once instead of being told.
      return resolve({ code: null, signal: null, wasAsked, error })
    }
    const stopPassing = passOnRequestsToEnd(child, askOnce)
    const ended = (end) => {
      stopPassing()
      resolve({ code: null, signal: null, wasAsked, ...end })
    }
    child.on('error', (error) => ended({ error }))
    child.on('close', (code, signal) => ended({ code, signal }))
    child.on('exit', (code, signal) => setTimeout(() => ended({ code, signal }), lastWordsMs).unref())
    onStart?.(child)
  })
}

/** What to end with after the product: 0 when a signal asked it to go. */
export const exitCode = ({ code, wasAsked }) => code ?? (wasAsked ? 0 : 1)

/** The same for a program of ours that needs nothing but Node: its exit code. */
export async function superviseOwn(command, args) {
  const end = await supervise(command, args)
  if (end.error !== undefined) throw new Refusal(`Earshot could not be started: ${end.error.message}`)
  return exitCode(end)
}
