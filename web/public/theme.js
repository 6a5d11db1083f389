// Runs before the first paint, so that a dark page never flashes white; a file of its own, so that the content
// security policy needs no exception for scripts. The key is the one that app/theme.ts writes.
;(() => {
  const chosen = localStorage.getItem('assay:theme')
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
})()
