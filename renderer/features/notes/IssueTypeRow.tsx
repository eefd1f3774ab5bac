import { useTranslation } from 'react-i18next'
import type { IssueType } from '../../../shared/contract/tickets.ts'
import styles from './IssueTypeRow.module.css'

/** The issue types with their digits. A press on the chosen one takes it away. */
export function IssueTypeRow({
  types,
  chosen,
  onPick,
}: {
  types: readonly IssueType[]
  chosen: string | null
  onPick: (issueTypeId: string | null) => void
}) {
  const { t, i18n } = useTranslation('listen')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend to one row of toggles
    <div className={styles.row} role="group" aria-label={t('issueType.label')}>
      {types.map((type) => (
        <button
          key={type.id}
          type="button"
          className={styles.type}
          aria-pressed={type.id === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(type.id === chosen ? null : type.id)}
        >
          <span className={styles.digit} aria-hidden="true">
            {type.digit}
          </span>
          {i18n.language === 'en' ? type.nameEn : type.nameZh}
        </button>
      ))}
    </div>
  )
}
