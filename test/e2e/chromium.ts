import type { LaunchOptions } from '@playwright/test'
import { findChromium } from '../../scripts/lib/chromium.mjs'

const executablePath = findChromium()
const isRoot = process.getuid?.() === 0

/** Chromium's own traffic off: no network request may leave the machine, and none may colour a measurement. */
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/** For whoever launches the installed Chromium: tests, stand-in, bench, screenshots. Its sandbox does not run as root. */
export const chromiumLaunch: LaunchOptions = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...quiet, ...(isRoot ? ['--no-sandbox'] : [])],
}
