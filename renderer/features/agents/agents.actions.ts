import type { Thanks } from '../../../shared/contract/agents/thanks.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { pseudonymOf } from '../../../shared/text/pseudonyms.ts'
import { client } from '../../lib/client.ts'
import { currentLanguage, textsOf } from '../../lib/i18n.ts'
import { queryClient } from '../../lib/query-client.ts'
import { ask } from '../../ui/ask.ts'
import { notify, notifyFailure, notifySuccess } from '../../ui/notices.ts'
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
  notifySuccess(title, { undo: () => void takeNameBack(callId) })
  return true
}

async function takeNameBack(callId: Id): Promise<void> {
  const answer = await ask(client.agents.takeBack({ callId }))
  if (answer === null) return
  if (answer.ok)
    notify({ tone: 'info', title: () => words()('field.takenBack'), redo: () => void takeNameBack(callId) })
  else tellRefused(answer.code)
}

/** Collects a note of praise for the agent’s leader. */
export async function collectThanks(noteId: Id): Promise<void> {
  const answer = await ask(client.thanks.collect({ noteId }))
  if (answer === null) return
  if (!answer.ok) return void tellRefused(answer.code)
  const { hasVoice } = answer.value
  const title = () => words()(hasVoice ? 'thanks.collected' : 'thanks.collectedAlone')
  notifySuccess(title, { undo: () => void takeThanksBack(noteId) })
}

export async function takeThanksBack(noteId: Id): Promise<void> {
  const answer = await ask(client.thanks.takeBack({ noteId }))
  if (answer === null) return
  if (answer.ok)
    notify({ tone: 'info', title: () => words()('thanks.takenBack'), redo: () => void collectThanks(noteId) })
  else tellRefused(answer.code)
}

/** Told by word of mouth. */
export async function handOver(thanksIds: Id[]): Promise<void> {
  const answer = await ask(client.thanks.handOver({ thanksIds, page: null }))
  if (answer === null) return
  // What somebody else handed over meanwhile is theirs to take back.
  const mine = answer.value.thanksIds
  notifySuccess(() => words()('thanks.handedOver', { count: mine.length }), { undo: () => void handBack(mine) })
}

export async function handBack(thanksIds: Id[]): Promise<void> {
  const answer = await ask(client.thanks.handBack({ thanksIds }))
  if (answer === null) return
  notify({
    tone: 'info',
    title: () => words()('thanks.waitAgain', { count: thanksIds.length }),
    redo: () => void handOver(thanksIds),
  })
}

/** Writes all that waits as one page into the folder for exports, and hands it over with it. As it is now: what was sealed or taken back meanwhile is left out. */
export async function writeThanksPage(folder: string, language: 'zh' | 'en', openSettings: () => void): Promise<void> {
  const action = { label: () => words()('page.toFolder'), run: openSettings }
  if (folder === '') return void notify({ tone: 'info', title: () => words()('page.noFolder'), action })
  const thanks = await waitingNow()
  if (thanks === null) return
  if (thanks.length === 0) return void notify({ tone: 'info', title: () => words()('thanks.noneWaiting') })
  const written = await ask(client.thanks.writePage({ folder, language, thanks }))
  if (written === null) return
  if (!written.ok) {
    if (written.code !== 'not_taken') return tellRefused(written.code)
    const { reason } = written.detail
    const why = () => ({ title: words()('page.notTaken'), hint: textsOf('exports')(`reason.${reason}`) })
    return void notifyFailure(why, action)
  }
  const page = written.value
  const thanksIds = thanks.map(({ id }) => id)
  const answer = await ask(client.thanks.handOver({ thanksIds, page }))
  if (answer === null) {
    const hint = () => words()('page.notMarkedHint', { name: page.fileName })
    return void notifyFailure(() => ({ title: words()('page.notMarked'), hint: hint() }))
  }
  const title = () => words()('page.written', { name: page.fileName, count: thanks.length })
  notifySuccess(title, { hint: () => page.folder, undo: () => void handBack(answer.value.thanksIds) })
}

/** Null, and shown, where it cannot be read: then nothing is written. */
async function waitingNow(): Promise<Thanks[] | null> {
  try {
    return (await queryClient.fetchQuery({ ...thanksList('waiting'), staleTime: 0 })).thanks
  } catch {
    notifyFailure(() => ({ title: words()('page.notRead') }))
    return null
  }
}
