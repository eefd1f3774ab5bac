import type { runElectron } from './run-electron.d.mts'

export interface Shells {
  electron(options: readonly string[]): ReturnType<typeof runElectron>
  browser(options: readonly string[]): Promise<number>
}
export function startShell(
  wish: 'electron' | 'browser' | undefined,
  options: readonly string[],
  shells?: Shells,
): Promise<number>
