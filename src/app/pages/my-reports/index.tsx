import { View } from '@tarojs/components'

export default function Page() {
  return <View>我的上报</View>
}
