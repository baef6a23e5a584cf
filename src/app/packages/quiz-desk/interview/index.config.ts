export default definePageConfig({ navigationBarTitleText: '访问员' })
