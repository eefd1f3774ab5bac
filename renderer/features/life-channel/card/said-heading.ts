import type { TFunction } from 'i18next'
import type { Heading } from '../../../../shared/domain/life-channel/heading.ts'

/** How grave, and all kinds of danger, in one line. */
export const saidHeading = (t: TFunction<'life'>, { grade, kinds }: Heading): string =>
  [grade === null ? [] : t(`grade.${grade}`), kinds.map((kind) => t(`kind.${kind}`))].flat(2).join(' · ')
