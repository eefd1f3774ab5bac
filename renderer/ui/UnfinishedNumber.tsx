import { useTranslation } from 'react-i18next'
import { hasHiddenPart } from '../../shared/domain/listening/drafts/hidden-part.ts'
import styles from './FieldRemark.module.css'

/** Beside words that came back from the disk: why stars stand where a number was begun, as long as they stand there. */
export function UnfinishedNumber({ text }: { text: string }) {
  const { t } = useTranslation('common')
  return <output className={styles.words}>{hasHiddenPart(text) ? t('field.unfinishedNumber') : null}</output>
}
