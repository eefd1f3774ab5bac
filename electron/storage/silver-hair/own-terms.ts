import type { OwnTerm } from '../../../shared/contract/silver-hair/jargon.ts'
import { keptWhole } from '../kept-whole.ts'

/** The house's own terms of the trade; none at first. */
export const ownTerms = keptWhole<{ terms: OwnTerm[] }>({
  table: 'jargon_terms',
  name: 'jargon terms',
  field: 'jargonTerms',
  atFirst: { terms: [] },
  store: ({ terms }) => ({ terms_json: JSON.stringify(terms) }),
  read: ({ terms_json }) => ({ terms: JSON.parse(String(terms_json)) as OwnTerm[] }),
})
