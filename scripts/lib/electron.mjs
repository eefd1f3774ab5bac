import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot, productNode } from './paths.mjs'
import { say } from './progress.mjs'
import { runCaptured } from './run.mjs'

const packageFolder = inRoot('node_modules', 'electron')
const stallLimitMs = 15_000

/** The name of the executable inside the package's `dist`, as its install.js noted it. */
function executableName() {
  const note = join(packageFolder, 'path.txt')
  return existsSync(note) ? readFileSync(note, 'utf8') : 'electron'
}

/** Electron's executable when its binary is here, else undefined. The package itself brings none: its install.js does. */
export function electronBinary() {
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH || join(packageFolder, 'dist'), executableName())
  return existsSync(path) ? path : undefined
}

/** What keeps Electron from opening a window for this person, whatever can be fetched, as { why, remedy }; undefined: nothing. */
export function electronObstacle({ platform = process.platform, env = process.env, userId = process.getuid?.() } = {}) {
  if (platform !== 'linux') return undefined
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY)
    return { why: 'there is no screen here', remedy: 'Start it from a terminal on the desktop' }
  if (userId === 0) return { why: "Electron's sandbox does not run as root", remedy: 'Start it as an ordinary user' }
  return undefined
}

function bytesUnder(folder) {
  let bytes = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      bytes += entry.isDirectory() ? bytesUnder(path) : statSync(path).size
    }
  } catch {
    // The fetch moves and removes files while we count; the next look is soon enough.
  }
  return bytes
}

/**
 * Fetches the binary once. A slow line may take its time; a silent one is given up after 15 s without a new byte.
 * Returns undefined when the binary is here, else { why, remedy }.
 */
export async function fetchElectron() {
  if (electronBinary()) return undefined
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD)
    return {
      why: 'its binary is not here and fetching it is switched off',
      remedy: 'Unset ELECTRON_SKIP_BINARY_DOWNLOAD',
    }
  say('Fetching the Electron binary …')
  const scratch = mkdtempSync(join(tmpdir(), 'earshot-electron-'))
  const env = { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch, ELECTRON_GET_NO_PROGRESS: '1' }
  let stalled = false
  let timer
  const giveUpWhenSilent = (child) => {
    let seenBytes = 0
    let seenAtMs = Date.now()
    timer = setInterval(() => {
      const bytes = bytesUnder(scratch) + bytesUnder(join(packageFolder, 'dist'))
      if (bytes !== seenBytes) [seenBytes, seenAtMs] = [bytes, Date.now()]
      else if (Date.now() - seenAtMs > stallLimitMs) stalled = child.kill('SIGKILL')
    }, 500)
  }
  try {
    const install = join(packageFolder, 'install.js')
    const { output } = await runCaptured(productNode(), [install], { env, onStart: giveUpWhenSilent })
    if (electronBinary()) return undefined
    const remedy = 'Start again with a network, or name a mirror in ELECTRON_MIRROR'
    if (stalled) return { why: 'its binary is not here and the download does not answer', remedy }
    const cause =
      /\b(ENOTFOUND|EAI_AGAIN|E[A-Z]+(?:REFUSED|RESET|UNREACH|TIMEDOUT)|UND_ERR_\w+|ENOSPC|EACCES|Response code \d+)/.exec(
        output,
      )
    return { why: `its binary is not here and the download failed${cause ? `: ${cause[1]}` : ''}`, remedy }
  } finally {
    clearInterval(timer)
    rmSync(scratch, { recursive: true, force: true })
  }
}
