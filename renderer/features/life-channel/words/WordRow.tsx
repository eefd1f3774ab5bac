import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { ListFormRow } from '../../../ui/ListFormRow.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { TriedExamples } from '../../../ui/TriedExamples.tsx'
import { GRADES, KINDS, type Tried, type TypedWord } from './typed-words.ts'
import styles from './WordsSection.module.css'

interface WordRowProps {
  number: number
  word: TypedWord
  /** Null while the ear is being read. */
  tried: Tried | null
  onChange: (change: Partial<TypedWord>) => void
  onRemove: () => void
}

/** Words of the house's own, and under them how each of their examples is heard. */
export function WordRow({ number, word, tried, onChange, onRemove }: WordRowProps) {
  const { t } = useTranslation('life')
  const fault = tried?.fault ?? null
  const isOfText = fault !== null && fault !== 'no_example' && !isBlank(word.text)
  const isOfExamples = fault === 'no_example' && !isBlank(word.text)
  return (
    <ListFormRow
      label={t('words.number', { number })}
      columns="minmax(0, 2fr) minmax(0, 1.2fr) minmax(0, 0.8fr) minmax(0, 1.6fr)"
      removeLabel={t('words.remove', { number })}
      onRemove={onRemove}
      below={
        <div className={styles.examples}>
          <TextArea
            label={t(word.means === 'danger' ? 'words.examplesOfDanger' : 'words.examplesOfNone')}
            autosize
            minRows={1}
            maxRows={6}
            value={word.examples}
            error={isOfExamples ? t('words.fault.no_example') : null}
            onChange={(event) => onChange({ examples: event.currentTarget.value })}
          />
          {fault !== null || tried === null ? null : <Heard heard={tried.heard} />}
        </div>
      }
    >
      <TextField
        label={t('words.text')}
        longest={LONGEST.ownWord}
        value={word.text}
        error={isOfText ? t(`words.fault.${fault}`, { cry: tried?.cry }) : null}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Select
        label={t('words.means')}
        options={(['danger', 'harmless'] as const).map((value) => ({ value, label: t(`words.${value}`) }))}
        value={word.means}
        onChange={(means) => onChange({ means })}
      />
      {word.means === 'harmless' ? null : (
        <>
          <Select
            label={t('words.grade')}
            options={GRADES.map((value) => ({ value, label: t(`grade.${value}`) }))}
            value={word.grade}
            onChange={(grade) => onChange({ grade })}
          />
          <Select
            label={t('words.kind')}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={word.kind}
            onChange={(kind) => onChange({ kind })}
          />
        </>
      )}
    </ListFormRow>
  )
}

function Heard({ heard }: Pick<Tried, 'heard'>) {
  const { t } = useTranslation('life')
  const tried = heard.map(({ example, danger, isAsMeant }) => ({
    ...{ example: example.text, isAsMeant },
    as: danger === null ? t('words.notHeard') : `${t(`grade.${danger.grade}`)} · ${t(`kind.${danger.kind}`)}`,
  }))
  return (
    <div className={styles.heard}>
      <TriedExamples tried={tried} />
    </div>
  )
}
