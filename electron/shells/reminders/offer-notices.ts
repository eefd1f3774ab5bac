import { Offer } from '../../../shared/contract/seats/waitlist.ts'
import { type TellingParts, tellWhatIsDue } from './tell-what-is-due.ts'

/** Places that are held for the person here, or were taken for them while they waited. */
export const watchOffers = (parts: TellingParts<Offer>): (() => void) =>
  tellWhatIsDue(parts, {
    ask: 'waitlist.dueOffers',
    item: Offer,
    nameOf: ({ id }) => id,
    told: ({ id }) => ['waitlist.told', { offerId: id }],
    topics: ['waitlist', 'settings'],
  })
