import { spawn } from 'node:child_process'

/**
 * What is run beside: once its input ends, which it does however the program ends that began it, it ends the PostgreSQL of the first folder, if that is
 * what its lock names, and takes the other folders away. On Windows no other program is asked what it is.
 */
const BESIDE = `
const { execFileSync } = require('node:child_process')
const { readFileSync, rmSync } = require('node:fs')
const [served, ...folders] = process.argv.slice(1)
function serverPid() {
  try {
    const pid = Number(readFileSync(served + '/postmaster.pid', 'utf8').split('\\n')[0])
    process.kill(pid, 0)
    if (process.platform === 'win32') return pid
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(served) ? pid : 0
  } catch {
    return 0
  }
}
let isTidying = false
async function tidy() {
  if (isTidying) return
  isTidying = true
  for (let tries = 0; tries < 100; tries += 1) {
    const pid = serverPid()
    if (pid > 0) try { process.kill(pid, 'SIGQUIT') } catch {}
    // One that was just about to start has its lock a moment later.
    else if (tries > 2) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
process.stdin.on('end', tidy).on('error', tidy).resume()
`

/** Ends the PostgreSQL of a folder and takes these folders away when this program has ended, also where it was killed. Until the answer is called: then all is done. */
export function tidyAfter(databaseFolder: string, folders: readonly string[]): () => void {
  // In a group of its own: what ends all of ours, as Ctrl+C does, is not to end it.
  const beside = spawn(process.execPath, ['-e', BESIDE, databaseFolder, ...folders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  })
  beside.on('error', () => {})
  beside.unref()
  const { stdin } = beside
  stdin.on('error', () => {})
  if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref()
  return () => void beside.kill('SIGKILL')
}
