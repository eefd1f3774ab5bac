import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..')
export const builtShell = join(root, 'out', 'main', 'serve.js')
export const builtPages = join(root, 'out', 'renderer')

export interface RunningServer {
  readonly address: string
  /** Ctrl-C. */
  stop(): Promise<void>
}

/** Starts a Node program that says `… ready: <address>` and waits for that line. */
export async function startServer(program: string, programArguments: readonly string[]): Promise<RunningServer> {
  const child = spawn(process.execPath, [program, ...programArguments], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = / ready: (.+)$/.exec(line) ?? []
    if (address === undefined) continue
    return {
      address,
      stop: async () => {
        child.kill('SIGINT')
        await ended
      },
    }
  }
  throw new Error(`${program} ended before it was ready`)
}

/** The built browser shell on a data folder, as `npm start` runs it. */
export const startBrowserShell = (dataFolder: string): Promise<RunningServer> =>
  startServer(builtShell, ['--data', dataFolder, '--port', '0', '--no-open', '--lang', 'zh'])
