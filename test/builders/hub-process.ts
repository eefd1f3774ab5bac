import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect } from 'vitest'
import { patience } from './patience.ts'

const entry = join(import.meta.dirname, '..', '..', 'electron', 'hub.ts')
const otherwise = join(import.meta.dirname, 'hub-otherwise.ts')

export interface HubProcessWish {
  /** `postgres://…` */
  readonly database: string
  /** The first one over a database tells a code. */
  readonly isFirst?: boolean
  /** 0: any free one. */
  readonly port?: number
  /** It speaks this version of the contract, as a newer or an older program would. */
  readonly contract?: number
  /** Its clock shows this when it starts, and goes on from there. */
  readonly startsAt?: string
}

export interface HubProcess {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  /** Of the first one: for its coordinator. */
  readonly code: string
  readonly port: number
  readonly host: string
  /** Everything written so far. */
  said(): string
}

/** A hub as a process of its own, ready; whoever starts it ends it. */
export async function aHubProcess({ isFirst = false, port: wanted = 0, ...wish }: HubProcessWish): Promise<HubProcess> {
  const isOther = wish.contract !== undefined || wish.startsAt !== undefined
  const options = ['--host', '127.0.0.1', '--port', String(wanted), '--lang', 'en', '--name', 'East']
  const child = spawn(process.execPath, [...(isOther ? ['--import', otherwise] : []), entry, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      EARSHOT_DATABASE: wish.database,
      ...(wish.contract === undefined ? {} : { EARSHOT_TEST_CONTRACT: String(wish.contract) }),
      ...(wish.startsAt === undefined ? {} : { EARSHOT_TEST_STARTS_AT: wish.startsAt }),
    },
  })
  let said = ''
  const hear = (text: string) => {
    said += text
  }
  child.stdout.setEncoding('utf8').on('data', hear)
  child.stderr.setEncoding('utf8').on('data', hear)
  const ended = once(child, 'close').then(([code]) => code as number | null)
  try {
    await expect
      .poll(() => said, patience)
      .toMatch(isFirst ? /^Join code.*: [0-9A-Z-]{14}$/m : /^Earshot hub ready: .*$/m)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  const port = Number(/^Earshot hub ready: http:\/\/127\.0\.0\.1:(\d+)$/m.exec(said)?.[1])
  const code = /: ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})$/m.exec(said)?.[1] ?? ''
  return { child, ended, code, port, host: `127.0.0.1:${port}`, said: () => said }
}

export async function endHub({ child }: HubProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'close')
}
