import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { root } from './paths.mjs'
import { say } from './progress.mjs'

const lockFile = join(tmpdir(), `earshot-${createHash('sha256').update(root).digest('hex').slice(0, 12)}.lock`)

function holderIsAlive() {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'))
    // A holder that has not written its number yet reads as 0, and is alive.
    if (pid > 0) process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Two terminals may start at once: installing or building twice into one folder would leave a mix of both. */
export async function alone(work) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!holderIsAlive()) rmSync(lockFile, { force: true })
      else if (attempt === 0) say('Another Earshot command is installing or building here: waiting …')
      await delay(250)
    }
  }
  const release = () => rmSync(lockFile, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}
