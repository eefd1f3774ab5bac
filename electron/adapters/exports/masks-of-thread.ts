import { type CompanyRules, obeyRules } from '../../../shared/domain/listening/masking/company-rules.ts'
import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'

/** In this thread. They take longer to load than a small file takes to write: fetched where a text must be masked. */
export function masksObeying(rules: CompanyRules): (text: string) => string {
  obeyRules(rules)
  return (text) => maskedByRules(text).text
}
