import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')

/** better-sqlite3 crashes under older ones, so the product's own Node runs it whatever runs the tests. */
export const productNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

export interface ProductProcess {
  /** The address behind «Earshot ready:» or «Earshot hub ready:», token included; rejects when it ends without one. */
  readonly ready: Promise<string>
  /** The exit code; null after a signal that nobody caught. */
  readonly exited: Promise<number | null>
  /** Everything written so far. */
  output(): string
  signal(signal: NodeJS.Signals): void
}

/** The browser shell as built: `node out/main/serve.js --data <folder> …`. */
export const serve = (dataFolder: string, ...args: string[]): ProductProcess =>
  follow(spawnProduct([join(root, 'out', 'main', 'serve.js'), '--data', dataFolder, '--no-open', ...args]))

/** The hub as built, on a port of its own: `node out/main/hub.js --database <url>`. */
export const serveHub = (database: string, ...args: string[]): ProductProcess =>
  follow(spawnProduct([join(root, 'out', 'main', 'hub.js'), '--database', database, '--port', '0', ...args]))

/** The same with sample data and a PostgreSQL of its own, which goes with it; it prints a join code for each of three people. */
export const serveDemoHub = (...args: string[]): ProductProcess =>
  follow(spawnProduct([join(root, 'out', 'main', 'hub.js'), '--demo', '--port', '0', ...args]))

/** `npm start` without npm: the script that installs, builds and supervises. */
export const npmStart = (...args: string[]): ProductProcess =>
  follow(spawnProduct([join(root, 'scripts', 'start.mjs'), ...args]))

const spawnProduct = (args: readonly string[]): ChildProcess =>
  spawn(productNode, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Playwright's colours are not the product's.
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined },
  })

function follow(child: ChildProcess): ProductProcess {
  let output = ''
  const ready = Promise.withResolvers<string>()
  // Nobody may be waiting: a refused start never becomes ready.
  ready.promise.catch(() => {})
  const hear = (chunk: Buffer) => {
    output += chunk
    const address = /^Earshot (?:hub )?ready: (\S+)$/m.exec(output)?.[1]
    if (address !== undefined) ready.resolve(address)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  // `close`, not `exit`: what it wrote last has been read by then.
  const exited = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  void exited.then((code) => ready.reject(new Error(`it ended with ${code} before it was ready: ${output}`)))
  return {
    ready: ready.promise,
    exited,
    output: () => output,
    signal: (signal) => void child.kill(signal),
  }
}
