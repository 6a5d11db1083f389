/** What somebody is called whose name was erased, wherever a record still says who did something. */
export const formerColleague = 'a former colleague'
