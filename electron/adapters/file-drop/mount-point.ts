import { realpath, stat } from 'node:fs/promises'
import { dirname, sep } from 'node:path'

/**
 * Where the drive is mounted that the folder lies on: the highest folder above it on the same device. Not the device's number
 * itself, which network drives get anew with every mount.
 */
export async function mountPointOf(folder: string): Promise<string> {
  let at = await realpath(folder)
  const { dev } = await stat(at)
  for (let above = dirname(at); above !== at; above = dirname(at)) {
    // What may not be looked at ends the search as another drive would.
    const isSameDrive = await stat(above).then(
      (found) => found.dev === dev,
      () => false,
    )
    if (!isSameDrive) return at
    at = above
  }
  return at
}

/** A drive was mounted here, and now the folder belongs to the drive below it: files would land beside the share. */
export function isUnmounted(before: string | null, now: string): boolean {
  if (before === null || before === now) return false
  return before.startsWith(now.endsWith(sep) ? now : now + sep)
}
