import styles from './StateMessage.module.css'

/** What a state says first. Where it stands for the whole page it is the page's heading, which nobody would find otherwise. */
export function StateTitle({ title, isPage }: { title: string; isPage: boolean }) {
  if (!isPage) return <p className={styles.title}>{title}</p>
  return (
    <h1 className={styles.title} tabIndex={-1} data-page-title>
      {title}
    </h1>
  )
}
