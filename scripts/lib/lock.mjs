import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { root } from './paths.mjs'
import { say } from './progress.mjs'

const ourLock = join(tmpdir(), `earshot-${createHash('sha256').update(root).digest('hex').slice(0, 12)}.lock`)

function holderIsAlive(lockFile) {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'))
    // A holder that has not written its number yet reads as 0, and is alive.
    if (pid > 0) process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Takes away the file of a holder that ended without doing so. One at a time: whoever looked earlier and takes later would take the file
 * that somebody else made meanwhile.
 */
function clearDead(lockFile) {
  const looking = `${lockFile}.looking`
  try {
    writeFileSync(looking, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!holderIsAlive(looking)) rmSync(looking, { force: true })
    return
  }
  try {
    if (!holderIsAlive(lockFile)) rmSync(lockFile, { force: true })
  } finally {
    rmSync(looking, { force: true })
  }
}

/** Two terminals may start at once: installing or building twice into one folder would leave a mix of both. */
export async function alone(work, lockFile = ourLock) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!holderIsAlive(lockFile)) clearDead(lockFile)
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
