import type { Contact, LifeCase } from '../../contract/life-channel/life-channel.ts'
import type { Asker } from '../../contract/services.ts'

const isNamed = (contacts: readonly Contact[], { personId }: Asker): boolean =>
  personId !== null && contacts.some((contact) => contact.personId === personId)

/**
 * What is sealed is read by the people whom the contacts name. As long as they name nobody of the house, somebody has to be able to: the
 * coordinator, or whoever sits at a desk alone.
 */
export function mayReadSealed(contacts: readonly Contact[], asker: Asker): boolean {
  if (contacts.some(({ personId }) => personId !== null)) return isNamed(contacts, asker)
  return isCoordinator(asker)
}

/** Cases of others are seen by coordinators and by those who take over. */
export const seesAllCases = (contacts: readonly Contact[], asker: Asker): boolean =>
  isCoordinator(asker) || isNamed(contacts, asker)

/**
 * A case that somebody took over, or of which it is known what became, is not undone by whoever raised it: those who see all say that it was a wrong alarm. That it was none
 * after all anybody says who sees it.
 */
export const mayReconsider = (
  contacts: readonly Contact[],
  asker: Asker,
  { state }: Pick<LifeCase, 'state'>,
): boolean => state === 'open' || state === 'dismissed' || seesAllCases(contacts, asker)

const isCoordinator = ({ role }: Asker): boolean => role === undefined || role === 'trusted' || role === 'coordinator'
