import { Check } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '../../../lib/composition.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import styles from './FirstRunFrame.module.css'

export const STEPS = ['who', 'room', 'folder'] as const
export type Step = (typeof STEPS)[number]

export interface FirstRunFrameProps {
  step: Step
  mark: ReactNode
  /** Language and theme. */
  look: ReactNode
  busy: boolean
  onNext: () => void
  /** null on the first step. */
  onBack: (() => void) | null
  onSkip: () => void
  onSkipAll: () => void
  /** The fields of the step; Enter in any of them goes on. */
  children: ReactNode
  /** Beside the fields but outside their form: dialogs. */
  beside?: ReactNode
}

/** Welcome on the left with the three steps, the fields of one step on the right. Enter goes on, Esc skips. */
export function FirstRunFrame({ step, mark, look, busy, onNext, onBack, onSkip, ...rest }: FirstRunFrameProps) {
  const { t } = useTranslation('first-run')
  const fields = useRef<HTMLDivElement>(null)
  const at = STEPS.indexOf(step)
  const isLast = at === STEPS.length - 1

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins in its first field
  useEffect(() => fields.current?.querySelector<HTMLElement>('input:not([type=radio]):not([hidden])')?.focus(), [step])

  const goOn = () => {
    if (!busy) onNext()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    goOn()
  }
  useKeys('dialog', { 'dialog.confirm': goOn })
  const skip = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.key !== 'Escape' || !(event.target instanceof Element)) return
    // A dialog's Esc bubbles here through React, and an open list takes the first Esc for itself.
    if (!event.currentTarget.contains(event.target)) return
    if (event.target.hasAttribute('data-mantine-stop-propagation')) return
    onSkip()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is a second way beside the button that skips
    <div className={styles.frame} onKeyDown={skip} tabIndex={-1}>
      <aside className={styles.welcome}>
        <div className={styles.mark}>{mark}</div>
        <h1 className={styles.hello}>{t('page.welcome')}</h1>
        <p className={styles.about}>{t('page.about')}</p>
        <ol className={styles.steps} aria-label={t('steps.label')}>
          {STEPS.map((name, index) => (
            <li key={name} data-state={index < at ? 'done' : index === at ? 'now' : 'later'} className={styles.step}>
              <span className={styles.dot}>
                {index < at ? <Check aria-label={t('steps.done')} /> : <span aria-hidden="true">{index + 1}</span>}
              </span>
              <span aria-current={index === at ? 'step' : undefined}>{t(`steps.${name}`)}</span>
            </li>
          ))}
        </ol>
        <p className={styles.later}>{t('page.later')}</p>
      </aside>
      <div className={styles.side}>
        <header className={styles.head}>
          <button type="button" className={styles.skipAll} onClick={rest.onSkipAll}>
            {t('act.skipAll')}
          </button>
          {look}
        </header>
        <form className={styles.form} onSubmit={submit} noValidate>
          <p className={styles.progress} role="status">
            {t('page.progress', { step: at + 1, count: STEPS.length })}
          </p>
          <h2 className={styles.title}>{t(`${step}.title`)}</h2>
          <p className={styles.hint}>{t(`${step}.hint`)}</p>
          <div className={styles.fields} ref={fields}>
            {rest.children}
          </div>
          <footer className={styles.foot}>
            {onBack === null ? null : (
              <Button size="large" tone="quiet" onClick={onBack}>
                {t('act.back')}
              </Button>
            )}
            <span className={styles.gap} />
            <Button size="large" tone="quiet" chord="Escape" onClick={onSkip}>
              {t('act.skip')}
            </Button>
            <Button size="large" tone="primary" type="submit" chord="Enter" busy={busy}>
              {isLast ? t('act.finish') : t('act.next')}
            </Button>
          </footer>
        </form>
        {rest.beside}
      </div>
    </div>
  )
}
