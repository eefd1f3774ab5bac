import { useTranslation } from 'react-i18next'
import type { RoomRules } from '../../../../../shared/contract/house/room-rules.ts'
import { usePlace } from '../../../../lib/place-store.ts'
import styles from './RulesForm.module.css'
import { changesOf, sentencesOf } from './rules-words.ts'

/** The rules in words. */
export function SpokenRules({ rules }: { rules: RoomRules }) {
  const { t } = useTranslation('rooms')
  const sentences = sentencesOf(t, rules, usePlace())
  return (
    <ul className={styles.spoken} aria-label={t('say.label')}>
      {sentences.map(({ about, text }) => (
        <li key={`${about} ${text}`}>{text}</li>
      ))}
    </ul>
  )
}

/** What becomes different, sentence by sentence. */
export function ChangedRules({ before, after }: { before: RoomRules; after: RoomRules }) {
  const { t } = useTranslation('rooms')
  const place = usePlace()
  const changes = changesOf(sentencesOf(t, before, place), sentencesOf(t, after, place))
  if (changes.length === 0) return <p className={styles.hint}>{t('save.nothing')}</p>
  return (
    <div>
      <p className={styles.label}>{t('save.changes')}</p>
      <ul className={styles.changes} aria-label={t('save.changes')}>
        {changes.map((change) => (
          <li key={change.about}>
            {change.before === null ? <b>{t('save.added')}</b> : <del>{change.before}</del>}
            {change.after === null ? <b>{t('save.gone')}</b> : <ins>{change.after}</ins>}
          </li>
        ))}
      </ul>
    </div>
  )
}
