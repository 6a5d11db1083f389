// What sentences of results are made of, without the mathematics: for whoever says them in another language, or adds to them.
export { measureMessages, say } from './catalogue.ts'
export type { Filling, Message, Param, Said, Term, Worded } from './said.ts'
export { messageOf, named, names, phrase, saying } from './said.ts'
export { group, metric } from './terms.ts'
