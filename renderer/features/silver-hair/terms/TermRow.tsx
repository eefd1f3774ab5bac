import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { TermFault } from '../../../../shared/contract/silver-hair/jargon.ts'
import { jargonIn } from '../../../../shared/domain/silver-hair/jargon.ts'
import { dictionaryOf, type FoundFault } from '../../../../shared/domain/silver-hair/own-terms.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { linesOf } from '../../../lib/lines-of.ts'
import { ListFormRow } from '../../../ui/ListFormRow.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TriedExamples } from '../../../ui/TriedExamples.tsx'
import { faultWords } from './terms.actions.ts'
import { type TypedTerm, wantedOf } from './typed-terms.ts'

interface TermRowProps {
  number: number
  term: TypedTerm
  fault: FoundFault | null
  /** What the dictionary that ships says instead of it; null: it does not know it. */
  known: string | null
  onChange: (change: Partial<TypedTerm>) => void
  onRemove: () => void
}

const OF_WORDS: readonly TermFault[] = ['no_word', 'too_short', 'twice']
const OF_PLAIN: readonly TermFault[] = ['no_plain', 'plain_repeats']

/** One term, and under it how often each of its examples says it. */
export function TermRow({ number, term, fault, known, onChange, onRemove }: TermRowProps) {
  const { t } = useTranslation('silver')
  // Nothing is wrong with what nobody has begun to write.
  const isBegun = !isBlank(term.words) || !isBlank(term.plain) || !isBlank(term.examples)
  const at = (faults: readonly TermFault[]) =>
    isBegun && fault !== null && faults.includes(fault.fault) ? faultWords(fault.fault, fault.said) : null
  const isOfExamples = fault !== null && !OF_WORDS.includes(fault.fault) && !OF_PLAIN.includes(fault.fault)
  return (
    <ListFormRow
      label={t('own.number', { number })}
      columns="minmax(0, 1fr) minmax(0, 1.2fr) minmax(0, 2fr)"
      removeLabel={t('own.remove', { number })}
      onRemove={onRemove}
      below={<Counted term={term} />}
    >
      <TextArea
        label={t('own.words')}
        autosize
        minRows={1}
        maxRows={6}
        value={term.words}
        description={known === null ? undefined : t('own.known', { plain: known })}
        error={at(OF_WORDS)}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
      />
      <TextField
        label={t('own.plain')}
        longest={LONGEST.plainWords}
        value={term.plain}
        error={at(OF_PLAIN)}
        onChange={(event) => onChange({ plain: event.currentTarget.value })}
      />
      <TextArea
        label={t('own.examples')}
        autosize
        minRows={1}
        maxRows={6}
        value={term.examples}
        error={isOfExamples && isBegun ? faultWords(fault.fault, fault.said) : null}
        onChange={(event) => onChange({ examples: event.currentTarget.value })}
      />
    </ListFormRow>
  )
}

function Counted({ term }: { term: TypedTerm }) {
  const { t } = useTranslation('silver')
  const examples = linesOf(term.examples)
  if (examples.length === 0 || isBlank(term.words)) return null
  const dictionary = dictionaryOf([], wantedOf([term]))
  const tried = examples.map((example) => {
    const times = jargonIn(example, dictionary).length
    return { example, isAsMeant: times > 0, as: times === 0 ? t('own.notCounted') : t('own.counted', { times }) }
  })
  return <TriedExamples tried={tried} />
}
