import type { Id } from '../../../shared/contract/values.ts'
import { pseudonymOf } from '../../../shared/text/pseudonyms.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { currentLanguage, type Say, textsOf } from '../../lib/i18n.ts'
import { queryClient } from '../../lib/query-client.ts'
import { ask } from '../../ui/ask.ts'
import { dismissNotice, notify, notifyFailure, notifySuccess } from '../../ui/notices.ts'
import { type Turn, tellTurn } from '../../ui/turns.ts'
import { thanksList } from './agents.queries.ts'

/** In the language of the moment in which it is said. */
const words = () => textsOf('agents')

type Refused =
  | 'empty'
  | 'call_not_found'
  | 'not_yours'
  | 'day_over'
  | 'no_key'
  | 'nothing_to_undo'
  | 'not_found'
  | 'not_praise'
  | 'sealed'
  | 'handed_over'
  | 'folder_not_absolute'
  | 'data_folder'

const tellRefused = (code: Refused): void =>
  void notifyFailure(() => ({ title: words()(`refused.${code}.title`), hint: words()(`refused.${code}.hint`) }))

/** What is shown of an agent, in the language of the window; the day gives it and takes it away. */
export const pseudonym = (place: number): string => pseudonymOf(place, currentLanguage())

/** Says who the agent of a call was; what was typed is gone with the answer. False, with the reason shown, when it was not taken. */
export async function nameAgent(callId: Id, typed: string): Promise<boolean> {
  const answer = await ask(client.agents.name({ callId, typed }))
  if (answer === null) return false
  if (!answer.ok) {
    tellRefused(answer.code)
    return false
  }
  const { place } = answer.value
  const title = () => (place === null ? words()('field.namedSoon') : words()('field.named', { name: pseudonym(place) }))
  // Of a call the last name alone can be taken back.
  dismissNotice(named.get(callId) ?? 0)
  named.set(
    callId,
    tellTurn('agents', 'first', title, (next) => takeNameBack(callId, title, next)),
  )
  return true
}

/** What was said last of the agent of a call. */
const named = new Map<Id, number>()

/** Taken back once more, it is as it was named. */
async function takeNameBack(callId: Id, name: Say, turn: Turn): Promise<void> {
  const answer = await ask(client.agents.takeBack({ callId }))
  if (answer === null) return
  if (!answer.ok) return tellRefused(answer.code)
  const title = turn === 'back' ? () => words()('field.takenBack') : name
  named.set(
    callId,
    tellTurn('agents', turn, title, (next) => takeNameBack(callId, name, next)),
  )
}

/** Collects a note of praise for the agent’s leader. */
export async function collectThanks(noteId: Id, turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.thanks.collect({ noteId }))
  if (answer === null) return
  if (!answer.ok) return void tellRefused(answer.code)
  const { hasVoice } = answer.value
  const title = () => words()(hasVoice ? 'thanks.collected' : 'thanks.collectedAlone')
  tellTurn('agents', turn, title, (next) => takeThanksBack(noteId, next))
}

export async function takeThanksBack(noteId: Id, turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.thanks.takeBack({ noteId }))
  if (answer === null) return
  if (answer.ok)
    tellTurn(
      'agents',
      turn,
      () => words()('thanks.takenBack'),
      (next) => collectThanks(noteId, next),
    )
  else tellRefused(answer.code)
}

/** Told by word of mouth. */
export async function handOver(thanksIds: Id[], turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.thanks.handOver({ thanksIds }))
  if (answer === null) return
  // What somebody else handed over meanwhile is theirs to take back.
  const mine = answer.value.thanksIds
  const title = () => words()('thanks.handedOver', { count: mine.length })
  tellTurn('agents', turn, title, (next) => handBack(mine, next))
}

export async function handBack(thanksIds: Id[], turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.thanks.handBack({ thanksIds }))
  if (answer === null) return
  const title = () => words()('thanks.waitAgain', { count: thanksIds.length })
  tellTurn('agents', turn, title, (next) => handOver(thanksIds, next))
}

/**
 * Writes all that waits as one page into the folder for exports; it is handed over once the page lies there. As it is now: what was sealed or taken back
 * meanwhile is left out.
 */
export async function writeThanksPage(
  folder: string,
  language: 'zh' | 'en',
  { openSettings, openLedger }: { openSettings(): void; openLedger(fileName: string): void },
): Promise<void> {
  const toSettings = { label: () => words()('page.toFolder'), run: openSettings }
  if (folder === '') return void notify({ tone: 'info', title: () => words()('page.noFolder'), action: toSettings })
  const answer = await ask(client.thanks.writePage({ folder, language }))
  if (answer === null) return
  if (!answer.ok) {
    if (answer.code !== 'none_waiting') return tellRefused(answer.code)
    return void notify({ tone: 'info', title: () => words()('thanks.noneWaiting') })
  }
  const { id: exportId, fileName: name, folder: where, state, reason } = answer.value
  const action = { label: () => words()('page.toLedger'), run: () => openLedger(name) }
  const undo = () => void takePageBack(exportId, name)
  if (state === 'delivered') notifySuccess(() => words()('page.written', { name }), { hint: () => where, undo, action })
  else {
    const title = () => words()(state === 'waiting' ? 'page.waits' : 'page.onItsWay', { name })
    const hint = () => (reason === null ? where : textsOf('exports')(`reason.${reason}`))
    notify({ tone: 'info', title, hint, undo, action })
  }
}

/** A page on its way is given up; one that lies there stays, and its thanks wait again. */
async function takePageBack(exportId: Id, name: string): Promise<void> {
  const answer = await ask(client.exports.cancel({ exportId }))
  if (answer === null) return
  if (answer.ok) return void notify({ tone: 'info', title: () => words()('page.cancelled', { name }) })
  if (answer.code !== 'already_delivered')
    return void notifyFailure(() => ({ title: textsOf('exports')(`refused.${answer.code}`) }))
  const handed = await handedWith(exportId)
  if (handed !== null && handed.length > 0) await handBack(handed)
}

/** By the name that the page has in its folder, where another file may have had its own. Null, and shown, where it cannot be read. */
async function handedWith(exportId: Id): Promise<Id[] | null> {
  try {
    const { record } = await accepted(client.exports.get({ exportId }))
    const { thanks } = await queryClient.fetchQuery({ ...thanksList('handed_over'), staleTime: 0 })
    return thanks.filter(({ fileName }) => fileName === record.fileName).map(({ id }) => id)
  } catch {
    notifyFailure(() => ({ title: words()('page.notRead') }))
    return null
  }
}
