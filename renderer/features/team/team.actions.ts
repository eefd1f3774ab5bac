import type { z } from 'zod'
import type { JoinTeam, ShownCertificate } from '../../../shared/contract/team/team.ts'
import { assertNever, isDoorRefusal } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { currentSession } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { type Say, textsOf } from '../../lib/i18n.ts'
import { queryClient } from '../../lib/query-client.ts'
import { keepStatus } from '../../lib/team.ts'
import { taking } from '../../lib/touched-fields.ts'
import { ask } from '../../ui/ask.ts'
import { notify, notifySuccess } from '../../ui/notices.ts'
import { loginState } from './team.queries.ts'

const words = textsOf

/** A refusal belongs to the field where something can be done about it; `certificate`: a person has to compare it first. */
export type Joined =
  | { ok: true }
  | { ok: false; field: 'address' | 'code' | 'name' | null; words: Say }
  | { ok: false; field: 'certificate'; certificate: ShownCertificate }

/** Makes this desk one of a hub's; `HubNews` says so. */
export async function join(wish: z.input<typeof JoinTeam>): Promise<Joined> {
  const answer = await taking(client.team.join(wish))
  if (!answer.ok) return notJoined(answer)
  keepStatus(answer.value)
  return { ok: true }
}

/** Opens the company's login in the person's browser, and waits there for them; what becomes of it is in `loginState`. */
export async function logIn(wish: Parameters<typeof client.team.login>[0]): Promise<Joined> {
  const answer = await taking(client.team.login(wish))
  if (!answer.ok) return notJoined(answer)
  queryClient.setQueryData(loginState.queryKey, answer.value)
  return { ok: true }
}

type JoinAnswer = Awaited<ReturnType<typeof client.team.join> | ReturnType<typeof client.team.login>>

function notJoined(answer: Exclude<JoinAnswer, { ok: true }>): Joined {
  // Any call may be refused so at a hub's desk; here it is the hub's own answer to somebody who is not in yet.
  if (answer.code === 'other_version') return at(null, () => words('team')('refused.other_version'))
  if (isDoorRefusal(answer)) return at(null, () => failureOf(answer).title)
  switch (answer.code) {
    case 'certificate_unknown':
      return { ok: false, field: 'certificate', certificate: answer.detail }
    case 'no_answer':
    case 'not_a_hub': {
      const { address } = answer.detail
      return at('address', () => words('team')(`refused.${answer.code}`, { address }))
    }
    case 'bad_address':
    case 'not_secure':
      return at('address', () => words('team')(`refused.${answer.code}`))
    case 'code_unknown':
    case 'code_used':
    case 'code_expired':
    case 'too_many_tries':
      return at('code', () => words('team')(`refused.${answer.code}`))
    case 'name_needed':
      return at('name', () => words('team')('refused.name_needed'))
    case 'already_member': {
      const { hubName: hub } = answer.detail
      return at(null, () => words('team')('refused.already_member', { hub }))
    }
    case 'listening':
      return at(null, () => words('team')('refused.listening'))
    case 'issuer_away':
    case 'bad_issuer': {
      const { issuerHost: host } = answer.detail
      return at(null, () => words('team')(`login.${answer.code}`, { host }))
    }
    case 'no_login':
      return at(null, () => words('team')('login.why.no_login'))
    default:
      return assertNever(answer)
  }
}

const at = (field: 'address' | 'code' | 'name' | null, say: Say): Joined => ({ ok: false, field, words: say })

/** Gives up a login that waits, or puts away why one failed. */
export async function cancelLogin(): Promise<void> {
  const answer = await ask(client.team.cancelLogin({}))
  if (answer?.ok === true) queryClient.setQueryData(loginState.queryKey, answer.value)
}

/** Makes the desk one by itself again; false: it still is the hub's, and why is said. Asked beforehand with what waits. */
export async function leave(hub: string, withWaiting: boolean): Promise<boolean> {
  const answer = await ask(client.team.leave({ withWaiting }))
  if (answer === null) return false
  if (answer.ok) {
    const { status, isRevoked } = answer.value
    keepStatus(status)
    if (isRevoked) notifySuccess(() => words('team')('left.done', { hub }))
    else
      notify({
        ...{ tone: 'info', stays: 'on_page', title: () => words('team')('left.done', { hub }) },
        hint: () => words('team')('left.notTold'),
      })
    return true
  }
  switch (answer.code) {
    // A session began or something came to wait since it was asked, or another window left: the dialog stays and says how it stands now.
    case 'listening':
      await queryClient.invalidateQueries({ queryKey: currentSession.queryKey })
      return false
    case 'waiting':
    case 'not_member':
      await queryClient.invalidateQueries({ queryKey: ['team'] })
      return false
    default:
      return assertNever(answer)
  }
}

/** Tries the hub at once. `acceptFingerprint`: a person compared it. */
export async function tryNow(acceptFingerprint?: string): Promise<void> {
  const answer = await ask(client.team.tryNow(acceptFingerprint === undefined ? {} : { acceptFingerprint }))
  if (answer?.ok === true) keepStatus(answer.value)
}
