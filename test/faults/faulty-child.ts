import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { constants } from 'node:os'

/** One call of node:fs/promises that a drive refuses. */
export interface Fault {
  /** `read`: opening to read. `garble`: the drive said yes, and by the read the words of `code` lie there instead. */
  readonly call: 'open' | 'read' | 'close' | 'link' | 'rename' | 'rm' | 'readdir' | 'lstat' | 'garble'
  readonly code: string
  /** How often, before it works again; always when left out. */
  readonly times?: number
  /** Only where the path contains this. */
  readonly path?: string
}

/**
 * A delivery's own process on a drive that refuses what `EARSHOT_FAULTS` says: the product's child, with the system's calls
 * replaced below it.
 */
const faults = (JSON.parse(process.env.EARSHOT_FAULTS ?? '[]') as Fault[]).map((fault) => ({
  ...fault,
  left: fault.times ?? Number.POSITIVE_INFINITY,
}))

const faultAt = (call: Fault['call'], path: string) =>
  faults.find((each) => each.call === call && each.left > 0 && path.includes(each.path ?? ''))

function refuse(call: Fault['call'], path: string): void {
  const fault = faultAt(call, path)
  if (fault === undefined) return
  fault.left -= 1
  const errno = -((constants.errno as Readonly<Record<string, number>>)[fault.code] ?? 0)
  // As Node itself names what libuv has no name for.
  const code = ['ESTALE', 'EDQUOT'].includes(fault.code) ? `Unknown system error ${errno}` : fault.code
  throw Object.assign(new Error(`${code}: refused by the test`), { code, errno, syscall: call })
}

const real = { ...promises }
Object.assign(promises, {
  open: async (path: string, flags: string | number) => {
    refuse(flags === 'wx' ? 'open' : 'read', path)
    const garbled = flags === 'wx' ? undefined : faultAt('garble', path)
    if (garbled !== undefined) await real.rm(path).then(() => real.writeFile(path, garbled.code))
    const handle = await real.open(path, flags)
    const close = handle.close.bind(handle)
    handle.close = async () => {
      await close()
      refuse('close', path)
    }
    return handle
  },
  link: async (from: string, to: string) => {
    refuse('link', to)
    await real.link(from, to)
  },
  rename: async (from: string, to: string) => {
    refuse('rename', to)
    await real.rename(from, to)
  },
  rm: async (path: string, options: object) => {
    refuse('rm', path)
    await real.rm(path, options)
  },
  lstat: async (path: string) => {
    refuse('lstat', path)
    return real.lstat(path)
  },
  readdir: async (path: string) => {
    refuse('readdir', path)
    return real.readdir(path)
  },
})
syncBuiltinESMExports()
await import('../../electron/adapters/file-drop/deliver-child.ts')
