import { SURNAMES } from './surnames.ts'

/** 李志强（采购部）: whoever owns something is told from others of the same name by where they work. */
const AT_WORK = '(?:\\s?[（(]\\p{Script=Han}{1,6}[部组科处室][)）])?'
const NAME = `(?:${SURNAMES.any}|${SURNAMES.seldom})\\p{Script=Han}{1,2}${AT_WORK}`
const NAMES_ALONE = new RegExp(`^\\s*${NAME}(?:\\s*[、，,；;/\\s]\\s*${NAME})*\\s*$`, 'u')

/**
 * Whether a text is names and nothing else, as in the field of an owner or of who came to a meeting, and in the cells of an export: whose they are
 * nobody says there, and whoever owns a ticket must be found by their name.
 */
export const isNamesAlone = (text: string): boolean => NAMES_ALONE.test(text)
