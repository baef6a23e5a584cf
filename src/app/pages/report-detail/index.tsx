import { View } from '@tarojs/components'

export default function Page() {
  return <View>上报详情</View>
}
