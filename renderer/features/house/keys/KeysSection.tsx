import { useTranslation } from 'react-i18next'
import { textsOf } from '../../../lib/i18n.ts'
import { keyScopes } from '../../../lib/key-map.ts'
import { useSettings } from '../../../lib/settings.ts'
import { Button } from '../../../ui/Button.tsx'
import { notifyFailure } from '../../../ui/notices.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import { HOUSE } from '../../../ui/store-whole.ts'
import { type Turn, tellTurn } from '../../../ui/turns.ts'
import { saveSettings } from '../settings/settings.actions.ts'
import { KeyRow } from './KeyRow.tsx'
import styles from './KeysSection.module.css'
import { actionsIn } from './key-recording.ts'

/** Every key of the console by where it works, each to be changed. */
export function KeysSection() {
  const { t } = useTranslation('settings')
  const { t: keys } = useTranslation('keys')
  const remaps = useSettings()?.keys ?? {}
  const resetAll = async () => {
    const before = remaps
    const keep = async (next: typeof before) => {
      const whyNot = await saveSettings({ keys: next })
      if (whyNot !== null) notifyFailure(whyNot)
      return whyNot === null
    }
    const turnTo = async (turn: Turn): Promise<void> => {
      const said = turn === 'back' ? 'keys.ownAgain' : 'keys.resetAllDone'
      if (await keep(turn === 'back' ? before : {})) tellTurn(HOUSE, turn, () => textsOf('settings')(said), turnTo)
    }
    await turnTo('first')
  }
  return (
    <Panel
      title={t('keys.title')}
      fill
      flush
      actions={
        <Button disabled={Object.keys(remaps).length === 0} onClick={() => void resetAll()}>
          {t('keys.resetAll')}
        </Button>
      }
    >
      <QuietLine>{t('keys.hint')}</QuietLine>
      <div className={styles.groups}>
        {keyScopes().map((scope) => (
          <section key={scope} aria-label={keys(`scope.${scope}`)}>
            <h3 className={styles.title}>{keys(`scope.${scope}`)}</h3>
            <ul>
              {actionsIn(scope).map((id) => (
                <KeyRow key={id} id={id} remaps={remaps} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  )
}
