import { obeyRules } from '../../../shared/domain/listening/masking/company-rules.ts'
import type { ExportJob, PageToMake } from './export-messages.ts'
import { minutesPage } from './minutes-page.ts'
import { thanksPage } from './thanks-page.ts'

/** Of a page, masked: what was looked through says nothing of it. */
export function pageText(
  page: PageToMake,
  { language, timeZone, maskingRules }: Pick<ExportJob, 'language' | 'timeZone' | 'maskingRules'>,
): string {
  obeyRules(maskingRules)
  return page.kind === 'minutes' ? minutesPage(page.minutes, language, timeZone) : thanksPage(page.thanks, language)
}
