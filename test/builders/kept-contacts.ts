import { v7 } from 'uuid'
import type { Client } from '../../shared/contract/contract.ts'
import { LONGEST } from '../../shared/contract/limits.ts'
import { accepted } from './console.ts'
import { keptWords } from './kept-words.ts'

/** What of it can be changed. */
export const keptLife = {
  'lifeChannel.saveContacts': { fields: ['contacts'] },
  'lifeWords.save': { fields: ['lifeWords'] },
} as const

/** What of the life channel changes something and takes nothing away that a person saw; with why. */
export const unguardedLife = {
  'lifeChannel.raise': 'new; raised again it is the same case',
  'lifeChannel.act': 'only adds to what was done: no two overwrite each other',
  'lifeChannel.reconsider': 'only adds to what was done: the last word counts, and the story has both',
  'lifeChannel.keepDetails':
    'only what was changed; where another window wrote in a field since, both texts stand (details-kept.test)',
  'lifeChannel.readSealed': 'changes nothing; that it was read is written down',
  'lifeChannel.followUp': 'only adds to what was done',
  'lifeChannel.close': 'only adds to what was done: the last word counts, and the story has both',
  'lifeDrills.record': 'new',
} as const

/** Two who save the words of the house, or the list of those who take over. */
export function keptSetup(client: Client, call: keyof typeof keptLife) {
  return call === 'lifeWords.save' ? keptWords(client) : keptContacts(client)
}

function keptContacts({ lifeChannel }: Client) {
  const save = (name: string, seenVersion: number | null) =>
    lifeChannel.saveContacts({ contacts: [{ name, phone: '', about: '', personId: null }], seenVersion })
  return {
    first: () => save('李静', null),
    second: (version = 0) => save('王敏', version),
    stored: () => accepted(lifeChannel.contacts({})),
  }
}

/** Why a case was a wrong alarm. */
export const reasonOfWrongAlarm = (client: () => Client, aCase: () => Promise<string>) => ({
  longest: LONGEST.remark,
  blank: 'bad_input' as const,
  send: async (reason: string) => {
    const said = { actId: v7(), caseId: await aCase(), sessionId: null }
    return client().lifeChannel.reconsider({ ...said, verdict: { what: 'dismissed', reason } })
  },
  read: async () => (await accepted(client().lifeChannel.list({ limit: 1 }))).cases[0]?.verdicts[0]?.reason,
})
