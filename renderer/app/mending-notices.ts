import i18next from 'i18next'
import type { Mending } from '../../shared/contract/house/workspace.ts'
import { notify } from '../ui/notices.ts'

const told = new Set<string>()

/** Says once what was put right without asking: quietly would be wrong, and nobody has to do anything. */
export function tellMendings(mendings: readonly Mending[]): void {
  const t = i18next.getFixedT(null, 'recovery')
  for (const { kind, keptAs, at } of mendings) {
    const mark = `${kind} ${keptAs} ${at}`
    if (told.has(mark)) continue
    told.add(mark)
    const hint = () =>
      kind === 'put_back' && keptAs === null
        ? t('mended.put_back.hint')
        : t(`mended.${kind}.hintKept`, { name: keptAs ?? '' })
    notify({ tone: 'info', title: () => t(`mended.${kind}.title`), hint, stays: 'on_page' })
  }
}
