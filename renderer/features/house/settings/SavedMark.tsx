import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './SavedMark.module.css'
import type { SaveState } from './use-saving.ts'

/** «已保存» (or other words) for a moment, or why not. Always there, so that screen readers follow it. */
export function SavedMark({ state, words }: { state: SaveState; words?: string }) {
  const { t } = useTranslation('common')
  return (
    <span className={styles.mark} role="status" data-failed={state.kind === 'failed' || undefined}>
      {state.kind === 'saved' ? (
        <>
          <Check aria-hidden="true" />
          {words ?? t('state.saved')}
        </>
      ) : null}
      {state.kind === 'failed' ? state.whyNot().title : null}
    </span>
  )
}
