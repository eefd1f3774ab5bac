import { useTranslation } from 'react-i18next'
import { type ActionId, actionIds, actionOf, type KeyScope, keyScopes } from '../lib/key-map.ts'
import { useKeyRegistry } from '../lib/key-registry.ts'
import { chordsOf } from '../lib/keys.ts'
import { useLayer } from '../lib/use-keys.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import styles from './KeySheet.module.css'

/** The keys that work here and now, as they are set. */
export function KeySheetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keys')
  return (
    <Dialog isOpen isOnTop onClose={onClose} title={t('sheet.title')} width={760}>
      <SheetOfKeys />
    </Dialog>
  )
}

function SheetOfKeys() {
  const { t } = useTranslation('keys')
  const layer = useLayer()
  const listening = useKeyRegistry((state) => state.listening)
  const under = useKeyRegistry(({ openLayers }) => Math.max(0, ...openLayers.filter((open) => open < layer)))
  const beneath = listening.filter((entry) => entry.layer === under)
  const bound = new Set<string>(beneath.flatMap((entry) => Object.keys(entry.handlers.current)))
  if (under > 0) for (const id of actionIds()) if (actionOf(id).overDialogs === 'acts') bound.add(id)
  const scopes = new Set<KeyScope>(beneath.map((entry) => entry.scope))
  // Fixed keys live in the fields themselves: they are there when their page is.
  const isActive = (id: ActionId) => bound.has(id) || (actionOf(id).isFixed === true && scopes.has(actionOf(id).scope))
  const active = actionIds().filter(isActive)
  // What this page alone has comes first.
  const inOrder = [...keyScopes().filter((scope) => scope !== 'global'), 'global' as const]
  return (
    <>
      <p className={styles.hint}>{t('sheet.hint')}</p>
      <div className={styles.groups}>
        {inOrder.map((scope) => {
          const ids = active.filter((id) => actionOf(id).scope === scope)
          return ids.length === 0 ? null : <Group key={scope} scope={scope} ids={ids} />
        })}
      </div>
    </>
  )
}

function Group({ scope, ids }: { scope: KeyScope; ids: readonly ActionId[] }) {
  const { t } = useTranslation('keys')
  const remaps = useKeyRegistry((state) => state.remaps)
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{t(`scope.${scope}`)}</h3>
      <dl>
        {ids.map((id) => (
          <div key={id} className={styles.row}>
            <dt>{t(`action.${id}`)}</dt>
            <dd className={styles.chords}>
              {chordsOf(id, remaps).map((chord, index) => (
                <span key={chord} className={styles.chord}>
                  {index === 0 ? null : <span className={styles.or}>{t('sheet.or')}</span>}
                  <KeyCap chord={chord} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
