import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { isSafeWebAddress } from '../../web-address.ts'

/** Whether a window could appear at all. */
export const hasScreen = (
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): boolean =>
  platform === 'win32' || platform === 'darwin' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)

/** Opens the system's file window on a file. Its name goes as one argument and never through a shell. */
export async function showInFileWindow(path: string): Promise<'shown' | 'no_file_window'> {
  if (!hasScreen()) return 'no_file_window'
  return (await startProgram(...fileWindowOf(process.platform, path))) ? 'shown' : 'no_file_window'
}

function fileWindowOf(platform: NodeJS.Platform, path: string): [string, string[]] {
  if (platform === 'win32') return ['explorer.exe', [`/select,${path}`]]
  if (platform === 'darwin') return ['open', ['-R', path]]
  return ['xdg-open', [dirname(path)]]
}

/** Shows a page in the person's own browser, as a login needs one that knows them. */
export async function openInBrowser(address: URL): Promise<'opened' | 'not_here'> {
  if (!isSafeWebAddress(address) || !hasScreen()) return 'not_here'
  return (await startProgram(...browserOf(process.platform, address.href))) ? 'opened' : 'not_here'
}

function browserOf(platform: NodeJS.Platform, address: string): [string, string[]] {
  // Not `start`: it goes through a shell, to which an address says `&`.
  if (platform === 'win32') return ['rundll32.exe', ['url.dll,FileProtocolHandler', address]]
  return [platform === 'darwin' ? 'open' : 'xdg-open', [address]]
}

/** Starts a program that goes on by itself; false when there is no such program. */
export function startProgram(program: string, programArguments: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, { detached: true, stdio: 'ignore', shell: false })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
