/**
 * What the system's loader and Chromium say when Electron cannot live here, why that is in a few words, and what to do.
 * Only last words stand here: a healthy start, too, complains of a graphics card or of Wayland and goes on.
 */
const known = [
  {
    sign: /error while loading shared libraries: ([^\s:]+)/,
    why: ([, library]) => `the system library ${library} is missing`,
    remedy: ([, library]) => `Install the package that brings ${library} (Debian: apt-file search ${library})`,
  },
  {
    sign: /version [`'](GLIBC\w*_[\d.]+)' not found/,
    why: ([, version]) => `this system is too old for it: ${version} is missing`,
    remedy: () => 'Use a newer system',
  },
  {
    sign: /SUID sandbox helper binary|No usable sandbox|Failed to move to new namespace|Check failed: sys_chroot/,
    why: () => 'this system does not let it build its sandbox',
    remedy: (_, helper) =>
      `Give its helper the rights it needs: sudo chown root "${helper}" && sudo chmod 4755 "${helper}"`,
  },
  {
    sign: /Missing X server|cannot open display:|The platform failed to initialize/,
    why: () => 'it cannot reach the screen',
    remedy: () => 'Start it from a terminal on the desktop, or check DISPLAY and WAYLAND_DISPLAY',
  },
  {
    sign: /GPU process isn't usable/,
    why: () => 'the graphics of this machine cannot be used',
    remedy: () => 'Update the graphics driver',
  },
  {
    sign: /Unable to access\([^)]*\) \/dev\/shm|\/dev\/shm, errno/,
    why: () => '/dev/shm cannot be used',
    remedy: () => 'Let /dev/shm be written by everybody (sudo chmod 1777 /dev/shm)',
  },
  {
    sign: /Running as root without --no-sandbox/,
    why: () => 'its sandbox does not run as root',
    remedy: () => 'Start it as an ordinary user',
  },
]

const freshCopy = 'Delete node_modules/electron/dist and start again: it is fetched anew'

/** Windows ends a program that it cannot run with a status from here on. */
const windowsFaults = 0xc0000000
const missingLibrary = 0xc0000135

/** Chromium's last word before it gave up, without the process number, time and file in front of it. */
function lastWord(output) {
  const fatal = [...output.matchAll(/:FATAL:[^\]]*\]\s*(.+)/g)].at(-1)?.[1] ?? ''
  return fatal.trim() === '' ? '' : `: ${fatal.trim().slice(0, 160)}`
}

/**
 * Why Electron itself could not live here, as { why, remedy }; undefined when it ended by its own will, or the application's.
 * `end`: { code, signal, error } of its process, `output` what it wrote to stderr, `wasReady` whether the console was there once.
 */
export function electronTrouble({ code, signal, error }, output, { wasReady, sandboxHelper }) {
  if (error !== undefined) return { why: `its binary cannot be run: ${error.code ?? error.message}`, remedy: freshCopy }
  const isFault = signal !== null || code > 1
  // The application refuses with 1 as well, in its own words: only what Chromium is known to say tells the two apart.
  if (code === 0) return undefined
  for (const { sign, why, remedy } of known) {
    const match = sign.exec(output)
    if (match !== null) return { why: why(match), remedy: remedy(match, sandboxHelper) }
  }
  if (!isFault || wasReady) return undefined
  if (code === missingLibrary) return { why: 'a system library is missing', remedy: 'Install the Visual C++ runtime' }
  const how = signal ?? (code >= windowsFaults ? `status 0x${code.toString(16)}` : `code ${code}`)
  return { why: `it ended with ${how} before it was ready${lastWord(output)}`, remedy: freshCopy }
}
