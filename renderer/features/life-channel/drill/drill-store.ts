import { v7 } from 'uuid'
import { create } from 'zustand'
import drills from '../../../../resources/life-channel/drills.json'
import type { Recipient } from '../../../../shared/contract/life-channel/case-acts.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { HeardLine } from '../../../../shared/domain/life-channel/danger.ts'
import { client } from '../../../lib/client.ts'
import { currentLanguage, type Language } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { raiseCase } from '../card/card.actions.ts'
import { cardOf, changeCard, removeCard, useLife } from '../card/card-store.ts'
import { keepSending } from '../card/outbox.ts'

export interface DrillScript {
  readonly id: string
  /** Who would be the right ones to take over. */
  readonly best: readonly Recipient[]
  /** The line that calls for help: from it on time counts. */
  readonly cryAt: number
  readonly lines: readonly { readonly speaker: string; readonly text: string }[]
}

interface RunningDrill {
  readonly caseId: Id
  readonly script: DrillScript
  /** So many lines were said. */
  readonly said: number
  /** By the window's clock that nobody sets; null before the cry. */
  readonly criedAtMs: number | null
  /** Somebody was to take over before anybody cried. */
  readonly isTooEarly: boolean
  readonly result: { readonly handOverMs: number; readonly isBest: boolean } | null
}

export const useLifeDrill = create<{ readonly running: RunningDrill | null }>()(() => ({ running: null }))

/** Until the cry nothing is counted. */
const NOT_YET = '9999-12-31T00:00:00.000Z'

const scriptFrom = (index: number, language: Language): DrillScript => {
  const { id, best, cryAt, [language]: lines } = drills[index % drills.length] as (typeof drills)[number]
  return { id, best: best as Recipient[], cryAt, lines: lines.map(([speaker = '', text = '']) => ({ speaker, text })) }
}

/** Another script each time: after the one that was done last. Opens the card of the drill, in the place of one that was folded away. */
export function beginDrill(lastScriptId: string | null): void {
  for (const { caseId, isDrill } of useLife.getState().cards) if (isDrill) removeCard(caseId)
  const last = drills.findIndex(({ id }) => id === lastScriptId)
  const script = scriptFrom(last + 1, currentLanguage())
  const facts = { callId: null, callNumber: null, callStartedAt: null, reference: null, seatNumber: null, roomId: null }
  const caseId = raiseCase({ origin: 'key', facts, evidence: null, isDrill: true, isEngaged: true })
  changeCard(caseId, { raisedAt: NOT_YET })
  useLifeDrill.setState({ running: { caseId, script, said: 1, criedAtMs: null, isTooEarly: false, result: null } })
}

/** What the ear has heard of it so far. */
export const linesOfDrill = ({ script, said }: RunningDrill): HeardLine[] =>
  script.lines
    .slice(0, said)
    .map(({ speaker, text }) => ({ text, speaker: speaker === 'agent' ? 'agent' : 'customer' }))

/** The next line is said. */
export function sayNextLine(): void {
  const { running } = useLifeDrill.getState()
  if (running === null || running.said >= running.script.lines.length) return
  const said = running.said + 1
  const isCry = said === running.script.cryAt + 1
  if (isCry) changeCard(running.caseId, { raisedAt: instantNow() })
  const criedAtMs = isCry ? performance.now() : running.criedAtMs
  useLifeDrill.setState({ running: { ...running, said, criedAtMs, isTooEarly: running.isTooEarly && !isCry } })
}

/** Somebody took over: the drill is over, and written down. Before the cry nobody took over anything, and the card says so. */
export function settleDrill(): void {
  const { running } = useLifeDrill.getState()
  const card = running === null ? undefined : cardOf(running.caseId)
  const last = card?.handedOver.at(-1)
  if (running === null || running.result !== null || last === undefined) return
  if (running.criedAtMs === null) {
    changeCard(running.caseId, { handedOver: [] })
    useLifeDrill.setState({ running: { ...running, isTooEarly: true } })
    return
  }
  const handOverMs = Math.round(performance.now() - running.criedAtMs)
  useLifeDrill.setState({
    running: { ...running, result: { handOverMs, isBest: running.script.best.includes(last.to) } },
  })
  const drill = { drillId: v7(), scriptId: running.script.id, doneAt: instantNow(), handOverMs }
  keepSending({ caseId: running.caseId, about: 'drill', send: () => client.lifeDrills.record(drill) })
}
