import { z } from 'zod'

/** What a person does here; one person may do more, this is how they come in. On a hub it says what they may ask. */
export const Role = z.enum(['listener', 'note_taker', 'coordinator'])
export type Role = z.infer<typeof Role>

/** Whoever belongs to the house: seats are booked and calls are heard and noted by all. */
export const everyone: readonly Role[] = Role.options
/** Those who follow up what was heard. */
export const noteTakers: readonly Role[] = ['note_taker', 'coordinator']
/** Those who book for anybody. Everyone else books for themselves, and for whoever has said that they may (`bookingFor.allow`). */
export const bookersForAll: readonly Role[] = ['coordinator']
/** Those who keep the rules of the house: people, the room, the calendar, issue types. */
export const coordinators: readonly Role[] = ['coordinator']
