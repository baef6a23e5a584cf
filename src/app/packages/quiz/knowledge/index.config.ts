export default definePageConfig({ navigationBarTitleText: '我学会了多少' })
