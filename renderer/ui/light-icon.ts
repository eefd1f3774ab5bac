import { createElement, type SVGProps } from 'react'

interface LightIconProps extends SVGProps<SVGSVGElement> {
  size?: number | string
}

/** An icon as one line; scripts/lib/light-icons.mjs has the build make each of the kit's with it. How it is drawn stands in base.css. */
export function lightIcon(name: string, line: string) {
  const classes = `lucide lucide-${name}`
  return function LightIcon({ size = 24, className, children, ...rest }: LightIconProps) {
    return createElement(
      'svg',
      {
        viewBox: '0 0 24 24',
        width: size,
        height: size,
        className: className === undefined ? classes : `${classes} ${className}`,
        ...(isSaid(rest) ? {} : { 'aria-hidden': 'true' as const }),
        ...rest,
      },
      createElement('path', { d: line }),
      children,
    )
  }
}

const isSaid = (props: object): boolean =>
  Object.keys(props).some((name) => name.startsWith('aria-') || name === 'role' || name === 'title')
