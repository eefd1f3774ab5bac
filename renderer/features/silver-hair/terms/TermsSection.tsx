import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST, MOST_OWN_WORDS, MOST_RULE_EXAMPLES, MOST_WORDINGS } from '../../../../shared/contract/limits.ts'
import type { OwnTerm, OwnTerms } from '../../../../shared/contract/silver-hair/jargon.ts'
import { type Dictionary, jargonIn } from '../../../../shared/domain/silver-hair/jargon.ts'
import { openLensWords } from '../../../../shared/domain/silver-hair/open-words.ts'
import { dictionaryOf, faultsOfTerms } from '../../../../shared/domain/silver-hair/own-terms.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { onceFor } from '../../../lib/once-for.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { ListForm } from '../../../ui/ListForm.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { ownTerms } from '../silver-hair.queries.ts'
import { TermRow } from './TermRow.tsx'
import { saveTerms } from './terms.actions.ts'
import { newTerm, type TypedTerm, typedOf, wantedOf } from './typed-terms.ts'

/** Which words of its own trade the house counts as jargon, each with plainer ones, tried on sentences before it is saved. */
export function TermsSection() {
  const stored = useQuery(ownTerms)
  if (stored.error !== null) return <FailedState {...failureOf(stored.error)} onRetry={() => void stored.refetch()} />
  if (stored.data === undefined) return <LoadingState />
  return <Form stored={stored.data} />
}

function Form({ stored }: { stored: OwnTerms }) {
  const { t, i18n } = useTranslation('silver')
  const shipped = useShipped()
  const knownOf = ({ words }: OwnTerm): string | null => {
    const word = words.find((each) => shipped !== null && jargonIn(each, shipped)[0]?.end === each.length)
    const found = word === undefined || shipped === null ? undefined : jargonIn(word, shipped)[0]
    const term = found?.start === 0 ? shipped?.terms.get(found.termId) : undefined
    return (i18n.language === 'en' ? term?.plainEn : term?.plainZh) ?? null
  }
  return (
    <ListForm<TypedTerm>
      form="jargon terms"
      name={() => textsOf('silver')('own.title')}
      call="jargon.save"
      words={{
        ...{ title: t('own.title'), hint: t('own.hint'), none: t('own.none') },
        ...{ add: t('own.add'), save: t('own.save'), leave: t('own.leave') },
      }}
      stored={{ rows: typedOf(stored.terms) }}
      version={stored.version}
      blank={newTerm()}
      most={MOST_OWN_WORDS}
      isSound={({ rows }) => {
        const { wanted, faults } = judged(rows)
        return wanted.every(isWhole) && faults.every((fault) => fault === null)
      }}
      save={({ rows }, seen) => saveTerms(wantedOf(rows), stored, seen)}
      row={(term, number, change, remove, rows) => {
        const { wanted, faults } = judged(rows)
        const own = wanted[number - 1]
        return (
          <TermRow
            number={number}
            term={term}
            fault={faults[number - 1] ?? null}
            known={own === undefined ? null : knownOf(own)}
            onChange={change}
            onRemove={remove}
          />
        )
      }}
    />
  )
}

/** What the rows would be stored as and what is wrong with each: looked at once for all rows that are drawn. */
const judged = onceFor((rows: readonly TypedTerm[]) => {
  const wanted = wantedOf(rows)
  return { wanted, faults: faultsOfTerms(wanted) }
})

const isWhole = ({ words, plain, examples }: OwnTerm): boolean =>
  words.length <= MOST_WORDINGS &&
  examples.length <= MOST_RULE_EXAMPLES &&
  isKeepable(plain, LONGEST.plainWords) &&
  words.every((word) => isKeepable(word, LONGEST.ownWord)) &&
  examples.every((example) => isKeepable(example, LONGEST.remark))

/** The dictionary without the house's own; null while it is being read. */
function useShipped(): Dictionary | null {
  const [shipped, setShipped] = useState<Dictionary | null>(null)
  useEffect(() => {
    openLensWords().then(
      ({ terms }) => setShipped(dictionaryOf(terms, [])),
      () => {},
    )
  }, [])
  return shipped
}
