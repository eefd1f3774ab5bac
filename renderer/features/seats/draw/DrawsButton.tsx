import { useQuery } from '@tanstack/react-query'
import { Dices } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useChord } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { drawWindows } from './draws.queries.ts'

/** The way from the board to the draws; while one takes requests it says so. */
export function DrawsButton() {
  const { t } = useTranslation('draws')
  const navigate = useNavigate()
  const chord = useChord('go.draws')
  const openCount = (useQuery(drawWindows).data?.windows ?? []).filter(({ state }) => state === 'open').length
  const go = () => void navigate('/draws')
  if (openCount === 0)
    return <IconButton tone="default" icon={<Dices />} label={t('page.title')} chord={chord} onClick={go} />
  return (
    <Button
      icon={<Dices size={16} aria-hidden="true" />}
      onClick={go}
      title={t('board.openCount', { count: openCount })}
    >
      {t('board.open')} <Badge tone="accent">{openCount}</Badge>
    </Button>
  )
}
