import { SURNAMES } from './surnames.ts'

const NAME = `(?:${SURNAMES.any}|${SURNAMES.seldom})\\p{Script=Han}{1,2}`
const NAMES_ALONE = new RegExp(`^\\s*${NAME}(?:\\s*[、，,；;/\\s]\\s*${NAME})*\\s*$`, 'u')

/**
 * Whether a text is names and nothing else, as in the field of an owner or of who came to a meeting, and in the cells of an export: whose they are
 * nobody says there, and whoever owns a ticket must be found by their name.
 */
export const isNamesAlone = (text: string): boolean => NAMES_ALONE.test(text)
