/** What is wrong with an input, where (`thresholds.0.margin`), in words that say what to do. */
export type Problem = { path: string; message: string }

/** Input that is refused. Thrown inside of the engine, and turned into the run's refusal in one place. */
export class Refused extends Error {
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
    this.problems = problems
  }
}

export function refuse(path: string, message: string): never {
  throw new Refused([{ path, message }])
}
