import { useTranslation } from 'react-i18next'
import type { ShownCertificate } from '../../../../shared/contract/team/team.ts'
import { dateIn, fullDateName, timeOfDay } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { sentences } from '../../../lib/sentences.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './CertificateQuestion.module.css'

export interface CertificateQuestionProps {
  certificate: ShownCertificate
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
export function CertificateQuestion({ certificate, busy = false, onAccept, onReject }: CertificateQuestionProps) {
  const { t } = useTranslation('team')
  const place = usePlace()
  const { fingerprint, fault } = certificate
  /** With its year: a clock that is wrong may be so by one. */
  const day = (at: string) => `${fullDateName(dateIn(at, place.timeZone), place.language)} ${timeOfDay(at, place)}`
  const dates = 'at' in fault ? { at: day(fault.at), now: day(instantNow()) } : { at: '', now: '' }
  const title = t(fault.what === 'unknown' ? 'certificate.title' : `certificate.why.${fault.what}`)
  return (
    <section className={styles.question} aria-label={title} role="alert">
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>{sentences(t(`certificate.because.${fault.what}`, dates), t('certificate.hint'))}</p>
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
