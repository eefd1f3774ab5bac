import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export const SFTP_SERVER = '/usr/lib/openssh/sftp-server'
export const GVFS = '/usr/libexec'

/** What must be there for a trial; null: all of it is. Debian's packages have these names. */
export function whyNotRun(...commands: readonly string[]): string | null {
  if (process.platform !== 'linux') return 'needs Linux'
  if (process.getuid?.() !== 0) return 'needs root, to mount'
  try {
    accessSync('/dev/fuse', constants.R_OK | constants.W_OK)
  } catch {
    return 'no /dev/fuse'
  }
  const missing = commands.filter((command) => !hasCommand(command))
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`
}

const hasCommand = (command: string): boolean =>
  command.startsWith('/')
    ? existsSync(command)
    : spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0

/** Runs to its end within 20 seconds; throws what it said otherwise. */
export function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const ended = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (ended.status !== 0) throw new Error(`${command}: ${ended.stderr || ended.error?.message || ended.status}`)
  return ended.stdout
}

/** A server or mount of ours, with everything it starts; ended as one. */
export interface Service {
  /** Stops answering, as behind a dead line. */
  stall(): void
  goOn(): void
  kill(): Promise<void>
}

export function startService(command: string, args: readonly string[]): Service {
  const child: ChildProcess = spawn(command, args, { detached: true, stdio: 'ignore' })
  const { pid } = child
  if (pid === undefined) throw new Error(`${command} did not start`)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const signal = (name: NodeJS.Signals) => {
    try {
      // Our own group alone: the service and what it forked.
      process.kill(-pid, name)
    } catch {
      // It ended before.
    }
  }
  return {
    stall: () => signal('SIGSTOP'),
    goOn: () => signal('SIGCONT'),
    kill: async () => {
      signal('SIGKILL')
      await Promise.race([gone, sleep(5_000)])
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Until it holds, for half a minute. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (holds()) return
    await sleep(100)
  }
  throw new Error(`never: ${what}`)
}
