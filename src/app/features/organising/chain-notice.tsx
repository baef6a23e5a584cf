import { Notice } from '#app/components/notice.tsx'

/** Whether anybody has changed or cut out an entry of the ledger since it was written. */
export function ChainNotice({ chain }: { chain: { length: number; isWhole: boolean } }) {
  if (chain.isWhole) return <Notice tone="good" icon="link">{`时长账本完整：${chain.length} 笔一环扣一环，没有人改过。`}</Notice>
  return (
    <Notice tone="bad" icon="alert">{`时长账本断了：${chain.length} 笔里有人改过或删过，请马上停用导出和证明，查数据库的备份。`}</Notice>
  )
}
