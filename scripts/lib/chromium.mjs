import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const linuxNames = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium-browser',
]
const macPrograms = [
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

function candidates() {
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => process.env[name])
      .filter(Boolean)
    return windowsPrograms.flatMap((program) => folders.map((folder) => join(folder, program)))
  }
  if (process.platform === 'darwin')
    return macPrograms.flatMap((program) => [join('/Applications', program), join(homedir(), 'Applications', program)])
  const folders = (process.env.PATH ?? '').split(delimiter)
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Ubuntu's chromium-browser is a script that only asks for a snap, so a program on Linux must tell its version. */
const answers = (path) =>
  process.platform !== 'linux' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0

/** The path of a Chromium, Chrome or Edge: EARSHOT_CHROMIUM when set, else the first installed one, else undefined. */
export function findChromium() {
  return process.env.EARSHOT_CHROMIUM || candidates().find((path) => existsSync(path) && answers(path))
}
