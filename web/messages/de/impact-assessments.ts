/** Impact assessments: list, guided form, record and rules. */
export default {
  'Impact assessments': 'Folgenabschätzungen',
}
