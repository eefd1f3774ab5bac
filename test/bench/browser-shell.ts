import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..')
export const builtShell = join(root, 'out', 'main', 'serve.js')
export const builtPages = join(root, 'out', 'renderer')

/** For one that never ends. */
const END_PATIENCE_MS = 10_000

export interface RunningServer {
  readonly address: string
  /** Ctrl-C. */
  stop(): Promise<void>
}

/** The built browser shell on a data folder, as `npm start` runs it; `program` is another copy of it. */
export async function startBrowserShell(
  dataFolder: string,
  { program = builtShell, isDemo = false } = {},
): Promise<RunningServer> {
  const options = ['--data', dataFolder, '--port', '0', '--no-open', '--lang', 'zh', ...(isDemo ? ['--demo'] : [])]
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /^Earshot ready: (.+)$/.exec(line) ?? []
    if (address === undefined) continue
    return {
      address,
      stop: async () => {
        child.kill('SIGINT')
        const impatience = setTimeout(() => child.kill('SIGKILL'), END_PATIENCE_MS)
        const [code] = await ended
        clearTimeout(impatience)
        if (code !== 0) throw new Error(`the browser shell ended with ${code}, or not at all within 10 s`)
      },
    }
  }
  throw new Error('the browser shell ended before it was ready')
}

const EMPTY_PAGE = '<!doctype html><meta charset="utf-8"><title>空</title><main><h1>空</h1></main>'

/** The same built shell with one heading, or another plain page, for its page: what any page costs here. */
export function shellWithEmptyPage(html = EMPTY_PAGE): { program: string; remove(): void } {
  const house = mkdtempSync(join(tmpdir(), 'earshot-empty-page-'))
  const pages = join(house, 'out', 'renderer')
  cpSync(join(root, 'out', 'main'), join(house, 'out', 'main'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction')
  writeFileSync(join(house, 'package.json'), '{"type":"module"}')
  mkdirSync(pages)
  writeFileSync(join(pages, 'index.html'), html)
  return {
    program: join(house, 'out', 'main', 'serve.js'),
    remove: () => rmSync(house, { recursive: true, force: true }),
  }
}
