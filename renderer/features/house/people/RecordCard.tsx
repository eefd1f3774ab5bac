import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, PersonWish } from '../../../../shared/contract/house/people.ts'
import { Badge } from '../../../ui/Badge.tsx'
import styles from './MergeDialog.module.css'

interface RecordCardProps {
  person: Person
  isKept: boolean
  /** As it will be; null: as it is. */
  after: PersonWish | null
  onKeep: () => void
}

const FIELDS = ['employeeNumber', 'department', 'email', 'joinedOn'] as const

/** One of two records: chosen it stays, with what it learns of the other marked. */
export function RecordCard({ person, isKept, after, onKeep }: RecordCardProps) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  const id = useId()
  return (
    <label className={styles.card} htmlFor={id}>
      <span className={styles.name}>
        <input id={id} type="radio" name="kept-record" checked={isKept} onChange={onKeep} />
        {person.name}
        <Badge tone={isKept ? 'praise' : 'neutral'}>{t(isKept ? 'merge.kept' : 'merge.goes')}</Badge>
      </span>
      <dl className={styles.facts}>
        <dt>{t('people.role')}</dt>
        <dd>{common(`role.${person.role}`)}</dd>
        {FIELDS.map((field) => {
          const learned = after !== null && (person[field] ?? '') === '' ? after[field] : null
          return [
            <dt key={`${field} name`}>{t(`people.${field}`)}</dt>,
            <dd key={field} className="ellipsis" data-learned={learned ? true : undefined}>
              {person[field] || learned || '–'}
            </dd>,
          ]
        })}
      </dl>
    </label>
  )
}
