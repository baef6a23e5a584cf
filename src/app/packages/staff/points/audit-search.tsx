import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TransactionKind } from '#contract/points-shapes'
import { Button } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { DateField } from '#app/components/date-field.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { ErrorState } from '#app/components/error-state.tsx'
import { Skeleton } from '#app/components/skeleton.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { cityDay } from '#app/words/city-day'
import { ChoiceField } from '#app/components/choice-field.tsx'
import { call } from '#app/platform/call-operation'
import { usePages } from '#app/platform/use-pages'
import { pointRuleWords, transactionWords, wordsForAccount, wordsForRule } from '#app/words/points'
import { wordsForReading } from '#app/words/refusals'
import { momentWords } from '#app/words/time-words'
import { wayOn } from '#app/words/way-on'
import '#app/features/organising/sheet-form.scss'
import './audit-search.scss'

type Transaction = Awaited<ReturnType<typeof call.points.searchTransactions>>['transactions'][number]

const kindChoices = (Object.keys(transactionWords) as TransactionKind[]).map(value => ({ value, word: transactionWords[value] }))
const ruleChoices = Object.entries(pointRuleWords).map(([value, word]) => ({ value, word }))
const signed = (amount: number) => (amount > 0 ? `+${amount}` : `${amount}`)

function OneTransaction({ transaction, now }: { transaction: Transaction; now: Date }) {
  const { at, on, kind, rule, ruleVersion, cause, clipped, maskedName, author, approver, lines } = transaction
  const people = [author && `经手 ${author}`, approver && `批准 ${approver}`].filter(Boolean).join(' · ')
  return (
    <Card>
      <View className="audit__title">{`${transactionWords[kind]} · ${wordsForRule({ rule })}${maskedName ? ` · ${maskedName}` : ''}`}</View>
      <View className="audit__line">{`${momentWords(at, now)} 记，算在 ${on}，规则第 ${ruleVersion} 版`}</View>
      <View className="audit__line">{cause}</View>
      {people !== '' && <View className="audit__line">{people}</View>}
      {clipped ? <View className="audit__line">到上限少记 {clipped} 分</View> : null}
      {lines.map(({ account, amount }) => (
        <View key={account} className="audit__entry">
          <View className="audit__account">{wordsForAccount(account)}</View>
          <View className="audit__amount">{signed(amount)}</View>
        </View>
      ))}
    </Card>
  )
}

function useSearch(now: Date) {
  const [from, setFrom] = useState(`${cityDay(now).slice(0, 8)}01`)
  const [to, setTo] = useState(cityDay(now))
  const [kind, setKind] = useState<string | undefined>(undefined)
  const [rule, setRule] = useState<string | undefined>(undefined)
  const [cause, setCause] = useState('')
  const [asked, setAsked] = useState('')
  const question = {
    ...(from && { from }),
    ...(to && { to }),
    ...(kind && { kind: kind as TransactionKind }),
    ...(rule && { rule }),
    ...(asked && { cause: asked })
  }
  return { from, setFrom, to, setTo, kind, setKind, rule, setRule, cause, setCause, search: () => setAsked(cause.trim()), question }
}

/** Every transaction with its lines, for whoever checks the books. People are masked. */
export function AuditSearch({ now }: { now: Date }) {
  const { from, setFrom, to, setTo, kind, setKind, rule, setRule, cause, setCause, search, question } = useSearch(now)
  const read = async (cursor?: string) => {
    const { transactions, nextCursor } = await call.points.searchTransactions({ ...question, ...(cursor && { cursor }) })
    return { rows: transactions, nextCursor }
  }
  const pages = usePages<Transaction>(JSON.stringify(question), read, ({ transactionId }) => transactionId)
  return (
    <View>
      <View className="audit__filters">
        <DateField label="从" value={from} onChange={setFrom} />
        <DateField label="到" value={to} onChange={setTo} />
        <ChoiceField label="哪一种" choices={kindChoices} value={kind} emptyWord="都看" onChange={setKind} />
        <ChoiceField label="哪条规则" choices={ruleChoices} value={rule} emptyWord="都看" onChange={setRule} />
        <TextField label="来由" placeholder="如 report: 加编号" value={cause} onChange={setCause} lengthMax={100} onSubmit={search} />
      </View>
      <View className="sheet-form__gap" />
      {pages.state === 'waiting' && <Skeleton shape="card" count={3} />}
      {pages.state === 'failed' && <ErrorState sentence={wordsForReading(pages.error)} action={wayOn(pages.error, pages.again)} />}
      {pages.state === 'there' && pages.rows.length === 0 && <EmptyState scene="letters" sentence="这样找，没有记过账" />}
      <View className="audit">
        {pages.rows.map(transaction => (
          <OneTransaction key={transaction.transactionId} transaction={transaction} now={now} />
        ))}
      </View>
      {pages.hasMore && <Button word="看更早的" look="quiet" isLoading={pages.isLoadingMore} onPress={() => void pages.more()} />}
    </View>
  )
}
