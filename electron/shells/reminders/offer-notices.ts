import { DueOffer } from '../../../shared/contract/seats/waitlist.ts'
import { type TellingParts, tellWhatIsDue } from './tell-what-is-due.ts'

/** Places that are held for the person here, or were taken for them while they waited. */
export const watchOffers = (parts: TellingParts<DueOffer>): (() => void) =>
  tellWhatIsDue(parts, {
    ask: 'waitlist.dueOffers',
    item: DueOffer,
    nameOf: ({ id }) => id,
    told: ({ id }) => [['waitlist.told', { offerId: id }]],
    topics: ['waitlist', 'settings'],
  })
