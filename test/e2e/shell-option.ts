/** Where a journey runs: the loopback server in Chromium, the built main bundle on the stand-in for `electron`, or Electron. */
export type Shell = 'browser' | 'desktop-stand-in' | 'desktop'

/** Fixtures declare it with `base.extend<ShellOption>({ shell: ['browser', { option: true }] })`. */
export interface ShellOption {
  shell: Shell
}

/** Electron's executable as scripts/test.mjs found it; undefined: skip with «not run: no Electron binary». */
export const electronExecutable = (): string | undefined => process.env.EARSHOT_ELECTRON || undefined
