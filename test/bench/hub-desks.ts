import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { v7 } from 'uuid'
import type { Limits } from '../../electron/shells/hub/limits.ts'
import { CONTRACT_VERSION, type Row, type UploadedRow, type Welcome } from '../../electron/team/wire.ts'
import { isCommand } from '../../shared/contract/contract.ts'
import { opened } from '../builders/hub.ts'
import { bounded, LONGEST_MS } from './bounded.ts'
import { CALLS_A_SESSION, idOf, NOTES_A_SESSION, SEATS } from './team-archive.ts'

export interface HubChild {
  readonly host: string
  holds(): Promise<{ rssMb: number; cpuMs: number }>
  close(): Promise<void>
}

export async function aHubChild(url: string, limits: Partial<Limits> = {}): Promise<HubChild> {
  const child = fork(join(import.meta.dirname, 'hub-child.ts'), [url, JSON.stringify(limits)])
  const ended = once(child, 'exit')
  const told = async <T>() => {
    const gone = ended.then(() => Promise.reject(new Error('the hub’s process ended')))
    return (await bounded('the hub’s process', Promise.race([once(child, 'message') as Promise<[T]>, gone])))[0]
  }
  const { host } = await told<{ host: string }>()
  return {
    host,
    holds: () => {
      const answer = told<{ rssMb: number; cpuMs: number }>()
      child.send('?')
      return answer
    },
    close: async () => {
      if (child.connected) child.disconnect()
      await bounded('the hub’s end', ended).catch((error: unknown) => {
        child.kill('SIGKILL')
        throw error
      })
    },
  }
}

export interface BenchDesk {
  readonly welcome: Welcome
  /** Hears the topics that the hub tells; one at a time. */
  heard: (topics: readonly string[]) => void
  /** What the hub answers; throws what it refuses. Takes no note of how long. */
  say<T>(message: object): Promise<T>
  ask<T>(call: string, input: unknown): Promise<T>
  upload(entries: readonly UploadedRow[]): Promise<unknown>
  close(): void
}

/** How often a hub said that its database is away, which it never is here, and how often that it is too busy. Then a desk asks again. */
export const said = { offline: 0, hub_busy: 0 }
const AGAIN_MS = 250

/** A desk's end of the wire that keeps nothing. */
export async function aBenchDesk(host: string, token: string): Promise<BenchDesk> {
  const socket = await bounded('a connection with the hub', opened(host, token))
  const waiting = new Map<number, { resolve(text: string): void; reject(error: Error): void }>()
  let ids = 0
  let why = ''
  const cutOff = () => new Error(`the hub ended the connection${why}`)
  socket.on('close', (code, reason) => {
    why = `: ${code} ${String(reason)}`
    for (const { reject } of waiting.values()) reject(cutOff())
  })
  const greeted = new Promise<BenchDesk>((resolve, reject) => {
    socket.on('close', () => reject(cutOff()))
    let made: BenchDesk | undefined
    socket.on('message', (data) => {
      const text = String(data)
      // A list of all people is megabytes: only whoever waits for it reads it.
      const [, id] = /^\{"id":(\d+)/.exec(text) ?? []
      if (id !== undefined) {
        waiting.get(Number(id))?.resolve(text)
        waiting.delete(Number(id))
        return
      }
      const { welcome, event } = JSON.parse(text) as { welcome?: Welcome; event?: { topics?: string[] } }
      if (welcome === undefined) return made?.heard(event?.topics ?? [])
      made = aDeskOf(welcome)
      resolve(made)
    })
    socket.send(JSON.stringify({ hello: { appVersion: '0.0.0', contract: CONTRACT_VERSION, at: now() } }))
  })
  function aDeskOf(welcome: Welcome): BenchDesk {
    const once = async <T>(message: object, untilMs: number): Promise<{ value: T } | keyof typeof said> => {
      ids += 1
      const id = ids
      const text = new Promise<string>((resolve, reject) => {
        if (socket.readyState !== socket.OPEN) return reject(cutOff())
        waiting.set(id, { resolve, reject })
        // What was not sent is answered by nobody.
        socket.send(JSON.stringify({ id, ...message }), (error) => {
          if (error) reject(error)
        })
      })
      const answered = bounded(`an answer to ${nameOf(message)}`, text, Math.max(1, untilMs - performance.now()))
      const { answer } = JSON.parse(await answered) as { answer: { ok: true; value: T } | { ok: false; code: string } }
      if (answer.ok) return { value: answer.value }
      if (answer.code === 'offline' || answer.code === 'hub_busy') return answer.code
      throw new Error(JSON.stringify({ ...message, answer }).slice(0, 600))
    }
    const say = async <T>(message: object): Promise<T> => {
      const untilMs = performance.now() + LONGEST_MS
      for (let tries = 1; ; tries += 1) {
        const answer = await once<T>(message, untilMs)
        if (typeof answer === 'object') return answer.value
        said[answer] += 1
        if (performance.now() + AGAIN_MS > untilMs)
          throw new Error(`${nameOf(message)} was asked ${tries} times in ${LONGEST_MS / 1_000} s: ${answer}`)
        await wait(AGAIN_MS)
      }
    }
    return {
      ...{ welcome, say, heard: () => {} },
      ask: (call, input) => say({ call, input, command: isCommand(call) ? v7() : undefined }),
      upload: (entries) => say({ rows: { generation: welcome.generation, entries } }),
      close: () => socket.terminate(),
    }
  }
  return bounded('the hub’s welcome', greeted)
}

/** `bookings.board`, `rows`, `since` */
const nameOf = (message: object): string => ('call' in message ? String(message.call) : Object.keys(message).join())

export const now = (): string => new Date().toISOString()

/** What a session leaves in the journal of its desk, in order, so many at a time: begun, nine calls, fifteen notes, handed over. */
export function aSession(personId: string): { noteIds: string[]; entries: UploadedRow[] } {
  const [sessionId, at] = [v7(), now()]
  const entries: UploadedRow[] = []
  const noteIds: string[] = []
  const add = (table: 'session' | 'call' | 'note' | 'note_event', row: Row) => entries.push({ table, row })
  const session = {
    ...{ id: sessionId, booking_id: null, seat_number: SEATS },
    ...{ listener_id: personId, purpose: 'listen' },
  }
  add('session', { ...session, started_at: at, ended_at: null })
  for (let number = 1; number <= CALLS_A_SESSION; number += 1) {
    const callId = v7()
    const of = { session_id: sessionId, reference: `44${number}`, session_ms: number }
    add('call', { id: callId, number, started_at: at, ended_at: at, ...of })
    const until = Math.round((number * NOTES_A_SESSION) / CALLS_A_SESSION)
    while (noteIds.length < until) {
      const noteId = v7()
      noteIds.push(noteId)
      const words = {
        kind: 'voice',
        text: `优惠券用不了，你们到底管不管，${noteId}`,
        offset_ms: 5,
        issue_type_id: 'coupon',
      }
      const rest = { created_at: at, edited_at: null, removed_at: null, version: 0 }
      add('note', { id: noteId, call_id: callId, ...words, ...rest })
      const event = { id: v7(), note_id: noteId, call_id: callId, at, actor_id: personId, what: 'added' }
      add('note_event', { ...event, before_json: null, undoes_event_id: null })
    }
  }
  add('session', { ...session, started_at: at, ended_at: at })
  entries.push({ table: 'session', handedOver: sessionId })
  return { noteIds, entries }
}

export const personOf = (desk: number): string => idOf('a0', desk)
