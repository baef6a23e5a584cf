import { Text, View } from '@tarojs/components'
import { Icon } from '#app/components/icon.tsx'
import './attempt-head.scss'

interface Props {
  place: number
  total: number
  /** A challenge has no end to count towards. */
  isOpenEnded: boolean
  seconds?: number
}

const HURRY_SECONDS = 5

function Countdown({ seconds }: { seconds: number }) {
  return (
    <View className={`attempt-head__time${seconds <= HURRY_SECONDS ? ' attempt-head__time--short' : ''}`} role="timer">
      <Icon name="clock" size={18} />
      <Text>{`还有 ${seconds} 秒`}</Text>
    </View>
  )
}

/** How far it has come: a bar in as many parts as there are questions, and the same in words. */
export function AttemptHead({ place, total, isOpenEnded, seconds }: Props) {
  const words = isOpenEnded ? `第 ${place} 题` : `第 ${place} 题，共 ${total} 题`
  return (
    <View className="attempt-head">
      {!isOpenEnded && (
        <View className="attempt-head__track" aria-hidden>
          {Array.from({ length: total }, (_, index) => (
            <View key={index} className={`attempt-head__part${index < place ? ' attempt-head__part--reached' : ''}`} />
          ))}
        </View>
      )}
      <View className="attempt-head__row">
        <Text className="attempt-head__words">{words}</Text>
        {seconds !== undefined && <Countdown seconds={seconds} />}
      </View>
    </View>
  )
}
