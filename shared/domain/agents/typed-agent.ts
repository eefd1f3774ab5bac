/** What stands in front of a number or a name and says nothing of who it is. */
const LABELS = /^(?:(?:工号|分机号?|坐席|座席|客服|员工)+|(?:employee|extension|ext|agent|number|no|id)+(?=\d|$))/u

/**
 * An employee number, an extension or a name as it was typed, brought to one form, so that the same agent is the same: wide letters, capitals, blanks,
 * dashes and the word in front make no difference. Empty: nothing was said. It is hashed and kept nowhere.
 */
export function typedAgent(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return plain.replace(LABELS, '')
}

/** For so many days the secret of a day is kept, and a call of it can be given its agent. */
export const AGENT_KEY_DAYS = 7

/** So many days ahead a hub makes secrets, for desks that are away then. */
export const AGENT_KEYS_AHEAD = 14
