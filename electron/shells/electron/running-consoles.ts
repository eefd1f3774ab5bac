import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import envPaths from 'env-paths'

/** Of this account, and in the system's place for things that may be lost: without it a link only finds the usual console. */
const noticeFolder = (): string => join(envPaths('Earshot', { suffix: '' }).cache, 'running')

/** Says that a console keeps its `userData` here; `takeBack` at its end. A link names no folder, so it has to be findable. */
export function sayRunning(userData: string): { takeBack(): void } {
  const notice = join(noticeFolder(), String(process.pid))
  try {
    mkdirSync(noticeFolder(), { recursive: true, mode: 0o700 })
    writeFileSync(notice, userData, { mode: 0o600 })
  } catch {
    // An account that may not write there: the console runs all the same.
  }
  return { takeBack: () => sweep(notice) }
}

/** `userData` of the consoles that say they run, the one that started last first. Notices of the dead are swept. */
export function runningConsoles(): string[] {
  const notices = namesIn(noticeFolder()).map((name) => ({ pid: Number(name), path: join(noticeFolder(), name) }))
  for (const { path } of notices.filter(({ pid }) => !isAlive(pid))) sweep(path)
  return notices
    .filter(({ pid }) => isAlive(pid))
    .flatMap(({ path }) => readNotice(path) ?? [])
    .sort((a, b) => b.sinceMs - a.sinceMs)
    .map(({ userData }) => userData)
}

function sweep(notice: string): void {
  try {
    rmSync(notice, { force: true })
  } catch {
    // It could not be written either, or is not ours to remove.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

function readNotice(path: string): { userData: string; sinceMs: number } | null {
  try {
    return { userData: readFileSync(path, 'utf8'), sinceMs: statSync(path).mtimeMs }
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
