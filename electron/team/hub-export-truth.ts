import { type Contract, contract, isCommand } from '../../shared/contract/contract.ts'
import type { DoorRefusal, Entry, Input, Output } from '../../shared/contract/entry.ts'
import type { Id } from '../../shared/contract/values.ts'
import type { ExportedTicket } from '../../shared/domain/exports/exported-ticket.ts'
import { type ExportTruth, SealRefused, TruthAway } from '../services/exports/export-truth.ts'
import type { Clock } from '../services/parts.ts'
import { checkedAnswer } from './checked-answer.ts'
import { HubAway, type HubLink } from './hub-link-port.ts'

type Calls = Contract['deskExports']

/** Said for a while only, or until somebody else does something about it: no fault of what was asked. */
const PASSING: ReadonlySet<string> = new Set([
  'offline',
  'hub_busy',
  'other_version',
  'not_allowed',
] satisfies DoorRefusal['code'][])

/** What the hub was told of what is heard here; false, `away`: it cannot be now. */
export interface ToldHub {
  /** Everything of this call. */
  isUp(named: { callId: Id }): Promise<boolean>
  /** Each call that was sealed. `set_aside`: it would not take one. */
  areSealsUp(): Promise<'up' | 'away' | 'set_aside'>
}

/** The ledger and the rows of a desk's files, where a hub keeps them. Each change has an id: it is done once, however often it is sent. */
export function hubExportTruth(
  link: HubLink,
  clock: Pick<Clock, 'now' | 'newId'>,
  { isUp, areSealsUp }: ToldHub,
): ExportTruth {
  const ask = askerOf(link, clock)
  const mustBeTold = async (isTold: Promise<boolean>) => {
    if (!(await isTold)) throw new TruthAway({ ok: false, code: 'offline', detail: { since: clock.now() } })
  }
  /** What the hub was not told of it would let out: what was sealed here while it was away, say. */
  const mustKnowSeals = async () => {
    const how = await areSealsUp()
    if (how === 'set_aside') throw new SealRefused()
    await mustBeTold(Promise.resolve(how === 'up'))
  }
  return {
    mayGoOut: async () => {
      const how = await areSealsUp()
      return how === 'up' ? 'yes' : how === 'away' ? 'away' : 'refused'
    },
    onBack: (goOn) =>
      link.onState(({ kind }) => {
        if (kind === 'here') goOn()
      }),
    rows: {
      mark: () => ask('mark', {}),
      page: async (numbers) => {
        const all: ExportedTicket[] = []
        let left = [...numbers]
        for (;;) {
          const { rows, hasMore } = await ask('page', { ticketNumbers: left })
          all.push(...rows)
          const last = rows.at(-1)
          if (!hasMore || last === undefined) return all
          left = left.slice(left.indexOf(last.ticket.number) + 1)
        }
      },
    },
    ledger: {
      // In whose name the hub knows. Minutes say what was written here a moment ago.
      begin: async (wish, folder) => {
        const { wanted } = wish
        if ('page' in wanted && wanted.page === 'minutes') await mustBeTold(isUp({ callId: wanted.callId }))
        return ask('begin', { wish, folder })
      },
      wishAgain: (exportId, what) => ask('wishAgain', { exportId, what }),
      find: (exportId) => ask('find', { exportId }),
      ours: async (ids) => new Set(await ask('ours', { exportIds: [...ids] })),
      known: async (ids) => (ids.length === 0 ? new Set() : new Set(await ask('known', { exportIds: [...ids] }))),
      inStates: (states) => ask('inStates', { states: [...states] }),
      toMake: async (exportId) => {
        await mustKnowSeals()
        return ask('toMake', { exportId })
      },
      made: (exportId, made) => ask('made', { exportId, ...made }),
      beginTry: async (exportId) => {
        await mustKnowSeals()
        const begun = await ask('beginTry', { exportId })
        return begun === null ? null : { record: begun.record, taken: new Set(begun.taken) }
      },
      waiting: async (ids, reason) => ids.length > 0 && ask('waiting', { exportIds: [...ids], reason }),
      goAgain: async (ids, folder) => (ids.length === 0 ? [] : ask('goAgain', { exportIds: [...ids], folder })),
      ended: (exportId, state) => ask('ended', { exportId, state }),
      delivered: (exportId, file) => ask('delivered', { exportId, ...file }),
      untold: () => ask('untold', {}),
      async *tellRest(exportId) {
        while (await ask('tellSome', { exportId })) yield
      },
    },
  }
}

function askerOf(link: HubLink, clock: Pick<Clock, 'now' | 'newId'>) {
  const away = (error: HubAway): DoorRefusal => {
    // Sent, and nobody knows what became of it: what was begun goes on when the hub is back.
    if (error.isUnknown) return { ok: false, code: 'connection_lost', detail: {} }
    const state = link.state()
    return { ok: false, code: 'offline', detail: { since: state.kind === 'here' ? clock.now() : state.since } }
  }
  return async <C extends keyof Calls & string>(name: C, input: Input<Calls[C]>): Promise<Output<Calls[C]>> => {
    const call = `deskExports.${name}`
    const entry: Entry = contract.deskExports[name]
    const said = await link
      .ask(call, input, isCommand(call) ? clock.newId() : undefined)
      .catch((error: unknown) => Promise.reject(error instanceof HubAway ? new TruthAway(away(error)) : error))
    const answer = checkedAnswer(entry, said)
    if (answer?.ok) return answer.value as Output<Calls[C]>
    if (answer !== null && PASSING.has(answer.code)) throw new TruthAway(answer as DoorRefusal)
    throw new Error(`the hub did not answer ${call}: ${answer === null ? 'no answer of the contract' : answer.code}`)
  }
}
