import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import styles from './CertificateQuestion.module.css'

export interface CertificateQuestionProps {
  fingerprint: string
  busy?: boolean
  onAccept: () => void
  /** Left out where saying no changes nothing. */
  onReject?: () => void
}

/** Four bytes each: as much as one compares at a glance, or reads out in one breath. */
const GROUP = /(?:[0-9A-F]{2}:?){1,4}/g

const groupsOf = (fingerprint: string): string[] =>
  (fingerprint.match(GROUP) ?? []).map((group) => group.replace(/:$/, ''))

/** Shows the fingerprint of a certificate to be compared with what the coordinator says; nothing is trusted before. */
export function CertificateQuestion({ fingerprint, busy = false, onAccept, onReject }: CertificateQuestionProps) {
  const { t } = useTranslation('team')
  return (
    <section className={styles.question} aria-label={t('certificate.title')} role="alert">
      <p className={styles.title}>{t('certificate.title')}</p>
      <p className={styles.hint}>{t('certificate.hint')}</p>
      <ol className={styles.groups} aria-label={t('certificate.label')}>
        {groupsOf(fingerprint).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one fingerprint, in their places
          <li key={index}>{group}</li>
        ))}
      </ol>
      <div className="acts">
        {onReject === undefined ? null : <Button onClick={onReject}>{t('certificate.reject')}</Button>}
        <Button tone="primary" busy={busy} onClick={onAccept}>
          {t('certificate.accept')}
        </Button>
      </div>
    </section>
  )
}
