/** What the lender answered in its screening. */
export const screeningAnswers = {
  organization: {
    name: 'Nordhafen Credit',
    sector: 'financial-services',
    scenarios: ['credit-scoring', 'chatbots'],
    stage: 'established',
    activities: ['trains-models', 'curates-datasets', 'calls-apis', 'uses-ai-saas'],
    greyAreas: ['rag', 'hr-or-credit-decisions'],
    circumstances: ['sells-to-eu-enterprises', 'sensitive-data-through-ai', 'highly-regulated'],
    dealsLost: 1,
    factors: {
      training: 2,
      trainingData: 2,
      coreProduct: 1,
      customerRequests: 2,
      euPresence: 3,
      individualDecisions: 3,
      competitorsCertified: 1,
      regulatoryPressure: 3,
    },
  },
  systems: [
    {
      id: 'credit-model',
      name: 'Credit scoring model',
      activities: ['trains-models', 'curates-datasets'],
      greyAreas: ['hr-or-credit-decisions'],
      scenarios: ['credit-scoring'],
      factors: { training: 3, trainingData: 3, coreProduct: 2, individualDecisions: 3 },
    },
    {
      id: 'hiring-tool',
      name: 'Applicant screening',
      activities: ['uses-ai-saas'],
      greyAreas: ['hr-or-credit-decisions'],
      scenarios: [],
      factors: { training: 0, trainingData: 0, coreProduct: 0, individualDecisions: 2 },
    },
    {
      id: 'support-chatbot',
      name: 'Support chatbot',
      activities: ['calls-apis'],
      greyAreas: ['rag', 'prompt-engineering'],
      scenarios: ['chatbots'],
      factors: { training: 0, trainingData: 0, coreProduct: 0, individualDecisions: 0 },
    },
  ],
}
