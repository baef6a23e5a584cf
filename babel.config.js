module.exports = {
  presets: [
    [
      'taro',
      { framework: 'react', ts: true, hot: false, compiler: 'webpack5', useBuiltIns: process.env.TARO_ENV === 'h5' ? 'usage' : false }
    ]
  ]
}
