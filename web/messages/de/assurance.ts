export default {
  'Measurement plans': 'Messpläne',
}
