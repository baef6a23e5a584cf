export default definePageConfig({ navigationBarTitleText: '诚信看板' })
