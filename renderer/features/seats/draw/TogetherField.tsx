import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { peopleOptions } from '../../../lib/people-options.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import styles from './TogetherField.module.css'

const MOST = 9

export interface TogetherFieldProps {
  people: readonly Person[]
  value: readonly Id[]
  /** What those are called who are asked with already, some of whom may be off the list. */
  named: ReadonlyMap<Id, string>
  onChange: (ids: Id[]) => void
}

/** Those who want to sit at the same time: each chosen one stands below, and the field is free for the next. */
export function TogetherField({ people, value, named, onChange }: TogetherFieldProps) {
  const { t } = useTranslation('draws')
  // Drawn anew after each choice: the field forgets the name it took.
  const [turn, setTurn] = useState(0)
  const isFull = value.length >= MOST
  const nameOf = (id: Id) => named.get(id) ?? people.find((person) => person.id === id)?.name ?? ''
  return (
    <div>
      <SearchSelect<Id>
        key={turn}
        label={t('request.together')}
        placeholder={t(isFull ? 'request.togetherFull' : 'request.togetherHint')}
        options={peopleOptions(people.filter(({ id }) => !value.includes(id)))}
        value={null}
        disabled={isFull}
        openOnFocus={false}
        autoFocus={turn > 0}
        onChange={(id) => {
          if (id === null) return
          setTurn(turn + 1)
          onChange([...value, id])
        }}
      />
      {value.length === 0 ? null : (
        <div className={styles.chosen}>
          {value.map((id) => (
            <Chip
              key={id}
              onRemove={() => onChange(value.filter((each) => each !== id))}
              removeLabel={t('request.notWith', { name: nameOf(id) })}
            >
              {nameOf(id)}
            </Chip>
          ))}
        </div>
      )}
    </div>
  )
}
