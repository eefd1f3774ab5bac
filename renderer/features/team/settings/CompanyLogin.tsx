import { useTranslation } from 'react-i18next'
import type { LoginState } from '../../../../shared/contract/team/login.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/Button.tsx'
import { copyText } from '../../../ui/copy-text.ts'
import { cancelLogin } from '../team.actions.ts'
import styles from './CompanyLogin.module.css'

/** A login that waits for the browser, joins, or came to nothing. Nothing of it is in this window: loaded anew, it stands here again. */
export function CompanyLogin({ state }: { state: LoginState }) {
  const { t } = useTranslation('team')
  if (state.kind === 'none') return null
  const host = state.issuerHost
  if (state.kind === 'failed')
    return (
      <section className={styles.failed} role="alert">
        <p>{t(`login.why.${state.why}`, { host })}</p>
        <Button onClick={() => void cancelLogin()}>{t('login.dismiss')}</Button>
      </section>
    )
  if (state.kind === 'joining')
    return (
      <p className={styles.state} role="status">
        {t('login.joining')}
      </p>
    )
  return (
    <section className={styles.state} role="status">
      <p>{t(state.isOpened ? 'login.waiting' : 'login.notOpened', { host })}</p>
      <div className="acts">
        <Button onClick={() => void copyText(state.address, () => textsOf('team')('login.copied'))}>
          {t('login.copy')}
        </Button>
        <Button onClick={() => void cancelLogin()}>{t('login.cancel')}</Button>
      </div>
    </section>
  )
}
