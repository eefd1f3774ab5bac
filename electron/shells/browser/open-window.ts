import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { hasScreen, startProgram } from './file-window.ts'

/** Names under which Chrome, Edge and Chromium are installed; whole paths, or names looked up on the PATH. */
function candidates(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin')
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  if (platform === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
    const places = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return roots.flatMap((root) => (root === undefined ? [] : places.map((place) => join(root, place))))
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/**
 * Opens the console in a window without tabs and address bar. Its own profile in the data folder: no extension of the
 * person's everyday browser reads what is heard here. False where there is no screen, no such browser, or only root's.
 */
export async function openAppWindow(address: string, dataFolder: string): Promise<boolean> {
  // Chromium refuses to run as root with its sandbox on, and without it we do not want it.
  if (!hasScreen() || process.getuid?.() === 0) return false
  const browser = candidates(process.platform, process.env).find((path) => existsSync(path))
  if (browser === undefined) return false
  const profile = join(dataFolder, 'window')
  return startProgram(browser, [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    // Only the first time: from then on the profile remembers where the person put the window.
    ...(existsSync(profile) ? [] : ['--window-size=1360,860']),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
  ])
}
