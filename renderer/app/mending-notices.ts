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
      kind === 'set_aside'
        ? t('mended.set_aside.hint', { name: keptAs ?? '' })
        : keptAs === null
          ? t('mended.put_back.hint')
          : t('mended.put_back.hintKept', { name: keptAs })
    notify({ tone: 'info', title: () => t(`mended.${kind}.title`), hint, stays: true })
  }
}
