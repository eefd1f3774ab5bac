/** Why a path as it stands in the field cannot name a folder here; each has words that say what to write instead. */
export type PathFault =
  /** `smb://server/share`, `file:///…`: an address, as file windows show it. */
  | 'address'
  /** `\\server\share` or `D:\…` where the system has no such paths. */
  | 'of_windows'
  /** `~/exports`: what only a shell makes a path of. */
  | 'home_sign'
  | 'not_absolute'
  /** A part that Windows keeps for a device: CON, NUL, COM1… */
  | 'reserved_name'
  | 'refused_character'
  /** A part that ends in a dot or a blank, which Windows leaves out without a word. */
  | 'dot_at_end'

const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\..*)?$/i
const ABSOLUTE_WINDOWS = /^(?:[a-z]:[\\/]|[\\/]{2}[^\\/]+[\\/]+[^\\/]+)/i

/** Null where only the folder itself can tell. `detail`: the part or the sign that is to blame. */
export function faultOfPath(path: string, isWindows: boolean): { fault: PathFault; detail: string } | null {
  const text = path.trim()
  if (text === '') return null
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(text)) return { fault: 'address', detail: text.split('://')[0] ?? '' }
  if (/^~(?:[\\/]|$)/.test(text)) return { fault: 'home_sign', detail: '~' }
  if (!isWindows) {
    if (text.startsWith('/')) return null
    return { fault: /^(?:[a-z]:[\\/]|\\\\)/i.test(text) ? 'of_windows' : 'not_absolute', detail: text }
  }
  if (!ABSOLUTE_WINDOWS.test(text)) return { fault: 'not_absolute', detail: text }
  return faultOfParts(
    text
      .replace(/^[\\/]{2}[?.][\\/]/, '')
      .replace(/^[a-z]:/i, '')
      .split(/[\\/]+/),
  )
}

function faultOfParts(parts: readonly string[]): { fault: PathFault; detail: string } | null {
  for (const part of parts) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: Windows refuses them
    const sign = /[<>:"|?*\u0000-\u001f]/.exec(part)?.[0]
    if (sign !== undefined) return { fault: 'refused_character', detail: sign }
    if (DEVICE.test(part)) return { fault: 'reserved_name', detail: part }
    if (/[. ]$/.test(part) && !/^\.{1,2}$/.test(part)) return { fault: 'dot_at_end', detail: part }
  }
  return null
}
