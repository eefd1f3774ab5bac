import { textsOf } from './i18n.ts'

/** Two sentences as one text: English parts them by a space, after a Chinese full stop that would look like two. */
export const sentences = (first: string, second: string): string => textsOf('common')('sentences', { first, second })
