import type { Contact, LifeCase } from '../../contract/life-channel/life-channel.ts'
import type { Asker } from '../../contract/services.ts'

/** Whether the contacts name somebody of the house. */
export const namesSomebody = (contacts: readonly Contact[]): boolean =>
  contacts.some(({ personId }) => personId !== null)

const isNamed = (contacts: readonly Contact[], { personId }: Asker): boolean =>
  personId !== null && contacts.some((contact) => contact.personId === personId)

/**
 * What is sealed is read by the people whom the contacts name. As long as they name nobody of the house, somebody has to be able to: the
 * coordinator, or whoever sits at a desk alone where nobody is one.
 */
export const mayReadSealed = (contacts: readonly Contact[], asker: Asker): boolean =>
  namesSomebody(contacts) ? isNamed(contacts, asker) : isCoordinator(asker)

/** Cases of others are seen by coordinators and by those who take over. */
export const seesAllCases = (contacts: readonly Contact[], asker: Asker): boolean =>
  isCoordinator(asker) || isNamed(contacts, asker)

/**
 * A case that somebody took over, or of which it is known what became, is not undone by whoever raised it: those who see all say that it was a wrong alarm. That it was none
 * after all anybody says who sees it.
 */
export const mayReconsider = (seesAll: boolean, { state }: Pick<LifeCase, 'state'>): boolean =>
  state === 'open' || state === 'dismissed' || seesAll

const isCoordinator = ({ role }: Asker): boolean => role === undefined || role === 'trusted' || role === 'coordinator'
