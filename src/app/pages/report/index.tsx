import { View } from '@tarojs/components'

export default function Page() {
  return <View>随手拍</View>
}
