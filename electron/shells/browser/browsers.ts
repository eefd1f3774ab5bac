import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first Chrome, Edge or Chromium that is installed; undefined where there is none. */
export const findBrowser = (
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined => candidates(platform, environment).find((path) => existsSync(path))

/** Names under which they are installed; whole paths, or names looked up on the PATH. */
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
