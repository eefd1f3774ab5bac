import { existsSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { Refusal } from './refusal.mjs'
import { runQuietly } from './run.mjs'

const debianPackages = ['chromium', 'fonts-noto-cjk', 'xvfb']
const mayInstall = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0

/** The browser for the tests, installed from the system's packages where that needs no question. */
export async function ensureChromium() {
  const given = process.env.EARSHOT_CHROMIUM
  if (given && !existsSync(given)) throw new Refusal(`EARSHOT_CHROMIUM names ${given}, which is not there.`)
  const found = findChromium()
  if (found) return found
  if (mayInstall()) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runQuietly('Reading the package lists', 'apt-get', ['update'], { env })
    await runQuietly(
      'Installing Chromium',
      'apt-get',
      ['install', '-y', '--no-install-recommends', ...debianPackages],
      { env },
    )
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Refusal(
    'The end-to-end tests need a browser: install Chromium, Chrome or Edge (Debian: apt-get install chromium fonts-noto-cjk xvfb), or set EARSHOT_CHROMIUM to its path.',
  )
}
