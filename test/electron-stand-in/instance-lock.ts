import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * The single-instance lock of a userData folder, with Electron's rule: the first gets it, a later one hands over its
 * arguments and gets null. Here by files, in Electron by a socket.
 */
export function lockInstance(folder: string, heard: (argv: string[]) => void): { release(): void } | null {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'stand-in.lock')
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
  } catch {
    const owner = Number(readFileSync(lock, 'utf8'))
    if (isAlive(owner)) {
      writeFileSync(join(folder, `stand-in.${process.pid}.start`), JSON.stringify(process.argv))
      return null
    }
    writeFileSync(lock, String(process.pid))
  }
  const remove = () => rmSync(lock, { force: true })
  process.on('exit', remove)
  const hear = () => {
    // The data folder of a test that is over.
    if (!existsSync(folder)) return
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.start'))) {
      const path = join(folder, name)
      const text = readFileSync(path, 'utf8')
      if (text === '') continue
      rmSync(path)
      heard(JSON.parse(text))
    }
  }
  const watcher = watch(folder, hear)
  watcher.unref()
  return {
    release: () => {
      watcher.close()
      process.off('exit', remove)
      remove()
    },
  }
}
