import type { Speaker } from '../../../shared/contract/conversations.ts'
import { field, textField } from './untrusted.ts'

const ROLES: readonly (readonly [Speaker, RegExp])[] = [
  ['other', /^(?:bot|ivr|system|supervisor|voicemail|robot|机器人|系统|主管|班长)$/u],
  [
    'agent',
    /^(?:agent|operator|representative|rep|advisor|adviser|csr|staff|employee|support|assistant|客服|坐席|座席|客服代表|接线员|员工)$/u,
  ],
  ['customer', /^(?:customer|contact|caller|client|consumer|user|guest|客户|顾客|来电人|来电者|用户|消费者)$/u],
]

const LONGEST_LABEL = 80

/** The speaker a role or label names, `Agent`, `客户2`, `customer_1`; null when it says nothing. */
export function speakerOfLabel(label: string): Speaker | null {
  const word = label
    .slice(0, LONGEST_LABEL)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_#-]*\d*\s*$/u, '')
    .trim()
  return ROLES.find(([, names]) => names.test(word))?.[0] ?? null
}

/** Who of the parties speaks: by number, by name, by role. */
export interface Parties {
  readonly speakers: readonly (Speaker | null)[]
  readonly names: readonly (string | null)[]
}

export function readParties(listed: readonly unknown[]): Parties {
  return {
    speakers: listed.map((party) => {
      const role = textField(party, 'role') ?? textField(field(party, 'meta'), 'role')
      return role === null ? null : speakerOfLabel(role)
    }),
    names: listed.map((party) => textField(party, 'name')?.trim().toLowerCase() ?? null),
  }
}

/** A voice before we know whose it is: the speaker when it is known, else a key that is the same for the same voice. */
export interface Voice {
  readonly speaker: Speaker | null
  readonly key: string | null
}

/** Nobody said who spoke. */
export const unknownVoice: Voice = { speaker: null, key: null }

export function voiceOfParty(parties: Parties, index: number): Voice {
  return { speaker: parties.speakers[index] ?? null, key: `party ${index}` }
}

/** A label of a transcript: a role, a party's name, or a name of the transcript's own (`SPEAKER_00`, `A`). */
export function voiceOfLabel(parties: Parties, label: string): Voice {
  const party = parties.names.indexOf(label.trim().toLowerCase())
  if (party >= 0) return voiceOfParty(parties, party)
  return { speaker: speakerOfLabel(label), key: `label ${label.trim()}` }
}

/**
 * Gives every line a speaker. Known voices keep theirs. Of the others, the first to speak is the agent (the agent greets) and
 * the next the customer, as far as these two are not known already; further ones are others. Lines without any voice take turns.
 */
export function assignSpeakers(voices: readonly Voice[]): Speaker[] {
  const taken = new Set(voices.map((voice) => voice.speaker))
  const free: Speaker[] = (['agent', 'customer'] as const).filter((speaker) => !taken.has(speaker))
  const ofKey = new Map<string, Speaker>()
  let last: Speaker = 'customer'
  return voices.map(({ speaker, key }) => {
    if (speaker !== null) last = speaker
    else if (key === null) last = last === 'agent' ? 'customer' : 'agent'
    else {
      last = ofKey.get(key) ?? free.shift() ?? 'other'
      ofKey.set(key, last)
    }
    return last
  })
}
