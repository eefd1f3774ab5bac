import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ConsoleOptions } from '../../compose.ts'
import { browserOn, makeProfile, removeProfile } from '../../window-profile.ts'
import { findBrowser } from './browsers.ts'
import { hasScreen } from './file-window.ts'

/** Where a window stands, as its page measured it. */
type WindowPlace = Parameters<ConsoleOptions['settings']['saveWindowPlace']>[0]

export interface AppWindowOptions {
  /** Leads into the console once. */
  readonly address: string
  readonly dataFolder: string
  /** Where the window stood last. */
  readonly place: WindowPlace | null
}

export interface AppWindow {
  /** Closes the window if it is still open, and removes everything the browser wrote. */
  close(): Promise<void>
}

/** The first time; where, is the system's to say. */
const usual = { x: undefined, y: 0, width: 1360, height: 860 } as const

/** How long a browser may take to end by itself. */
const PATIENCE_MS = 5_000

/**
 * Opens the console in a window without tabs and address bar. In a profile of its own: no extension of the person's everyday browser
 * reads what is heard here. Null where there is no screen, no such browser, or only root's.
 */
export async function openAppWindow(options: AppWindowOptions): Promise<AppWindow | null> {
  // Chromium refuses to run as root with its sandbox on, and without it we do not want it.
  if (!hasScreen() || process.getuid?.() === 0) return null
  const browser = findBrowser()
  return browser === undefined ? null : startBrowser(browser, options)
}

/** Starts this browser on a throw-away profile; null when it does not start. */
export async function startBrowser(
  browser: string,
  { address, dataFolder, place }: AppWindowOptions,
  more: readonly string[] = [],
): Promise<AppWindow | null> {
  const profile = tryToMakeProfile(dataFolder)
  if (profile === null) return null
  const child = spawn(browser, [...windowArguments(address, profile, place), ...more], {
    detached: true,
    stdio: 'ignore',
    shell: false,
    env: { ...process.env, ...ownPlaces(profile) },
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
  const removed = gone.then(() => removeProfile(profile))
  const isStarted = await new Promise<boolean>((resolve) =>
    child.once('spawn', () => resolve(true)).once('error', () => resolve(false)),
  )
  if (!isStarted) {
    await removed
    return null
  }
  child.unref()
  return {
    close: async () => {
      askToEnd(child, profile)
      const impatience = setTimeout(() => end(child, profile, 'SIGKILL'), PATIENCE_MS)
      await removed
      clearTimeout(impatience)
    },
  }
}

/**
 * `--incognito` (Edge: `--inprivate`) is what keeps typed words, addresses and the token off the disk: form fields, history, session
 * storage and the page cache live in memory. The rest keeps a fresh profile from asking questions and from fetching anything.
 */
export function windowArguments(address: string, profile: string, place: WindowPlace | null): string[] {
  const { x, y, width, height, isMaximized } = place ?? { ...usual, isMaximized: false }
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--incognito',
    '--inprivate',
    `--window-size=${Math.round(width)},${Math.round(height)}`,
    ...(x === undefined ? [] : [`--window-position=${Math.round(x)},${Math.round(y)}`]),
    ...(isMaximized ? ['--start-maximized'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-breakpad',
    '--disable-features=Translate,OptimizationHints,OptimizationGuideModelDownloading',
  ]
}

/**
 * A picture of a crashed page's memory holds what stood in its fields, and would go to the person's everyday profile. Other files for
 * the moment go the same way where the path is short enough: a socket's may have 107 characters.
 */
function ownPlaces(profile: string): Record<string, string> {
  const crashes = join(profile, 'crashes')
  mkdirSync(crashes)
  const isShort = process.platform === 'linux' && profile.length <= 55
  return { BREAKPAD_DUMP_LOCATION: crashes, ...(isShort ? { TMPDIR: profile } : {}) }
}

/** A folder for what need not last may be full or missing; then there is no window, and the address is printed all the same. */
function tryToMakeProfile(dataFolder: string): string | null {
  try {
    return makeProfile(dataFolder)
  } catch {
    return null
  }
}

/** As if the person closed it: the page stores what it still has. Windows knows no signal that asks. */
function askToEnd(child: ChildProcess, profile: string): void {
  if (process.platform !== 'win32') end(child, profile, 'SIGTERM')
  else spawn('taskkill', ['/pid', String(child.pid)], { stdio: 'ignore' }).once('error', () => child.kill())
}

/** What was started may have been a script that left the browser to itself. */
function end(child: ChildProcess, profile: string, signal: NodeJS.Signals): void {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  const browser = browserOn(profile)
  if (browser === null || browser === 0 || browser === child.pid) return
  try {
    process.kill(browser, signal)
  } catch {
    // It ended by itself in between.
  }
}
