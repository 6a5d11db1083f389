import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Door } from '#platform/database/change.ts'
import { whoOf } from '#platform/http/caller.ts'
import type { Http } from '#platform/http/http.ts'
import { PageQuery, pageOf } from '#platform/http/paging.ts'
import { forbidden, notFound, problem, problems } from '#platform/http/problem.ts'
import { loadRisk } from '../store.ts'
import { askForSimulation, trySimulationAgain } from './ask-simulation.ts'
import {
  EstimateDraft,
  EstimateParams,
  EstimatesOfRisk,
  FiguresNow,
  FiguresQuery,
  RepeatAsked,
  SimulationAsked,
  SimulationDetail,
  SimulationFilter,
  SimulationRequest,
  SimulationView,
} from './contract.ts'
import { estimateRisk, withdrawEstimate } from './estimate.ts'
import { currencyInUse, listEstimates } from './estimates-store.ts'
import { readFigures, readSimulation } from './read.ts'
import { refusals } from './refusals.ts'
import { askForRepeat } from './repeat.ts'
import { findSimulation, listSimulations } from './simulations-store.ts'

const tags = ['risks']
const Params = z.object({ id: z.uuid() })
const Done = z.object({ id: z.uuid() })
const missing = problems({ forbidden, 'not-found': notFound })

export function figureRoutes(app: Http, parts: { door: Door }): void {
  estimateRoutes(app)
  simulationRoutes(app, parts)
}

function estimateRoutes(app: Http): void {
  app.get(
    '/api/v1/risks/:id/estimates',
    {
      schema: {
        tags,
        summary: 'Read how often a risk may happen and what it may cost, before and after treatment',
        params: Params,
        response: { 200: EstimatesOfRisk, ...missing },
      },
      config: { permission: 'risks:read' },
    },
    async (request, reply) => {
      const found = await request.read(async ({ tx, org }) => {
        if (!(await loadRisk(tx, org, request.params.id))) return undefined
        return { items: await listEstimates(tx, org, request.params.id), currency: await currencyInUse(tx, org) }
      })
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.put(
    '/api/v1/risks/:id/estimates/:measure/:stage',
    {
      schema: {
        tags,
        summary: 'Estimate a risk in figures, before or after treatment',
        params: EstimateParams,
        body: EstimateDraft,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:rate' },
    },
    async (request, reply) => {
      const { id: risk, ...which } = request.params
      const estimated = await request.change((it) => estimateRisk(it, { risk, ...which }, request.body))
      return estimated.ok ? estimated.value : problem(reply, refusals, estimated.error)
    },
  )

  app.delete(
    '/api/v1/risks/:id/estimates/:measure/:stage',
    {
      schema: {
        tags,
        summary: 'Withdraw an estimate of a risk; it stays in the history',
        params: EstimateParams,
        response: { 200: Done, ...problems(refusals) },
      },
      config: { permission: 'risks:rate' },
    },
    async (request, reply) => {
      const { id: risk, ...which } = request.params
      const withdrawn = await request.change((it) => withdrawEstimate(it, { risk, ...which }))
      return withdrawn.ok ? withdrawn.value : problem(reply, refusals, withdrawn.error)
    },
  )

  app.get(
    '/api/v1/risk-figures',
    {
      schema: {
        tags,
        summary:
          'Read the newest simulated loss of a year, of one risk or of all open risks, and whether it is still current',
        querystring: FiguresQuery,
        response: { 200: FiguresNow, ...missing },
      },
      config: { permission: 'risks:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => readFigures(tx, org, request.query))
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )
}

const path = '/api/v1/risk-simulations'

function simulationRoutes(app: Http, { door }: { door: Door }): void {
  app.get(
    path,
    {
      schema: {
        tags,
        summary: 'List simulations of losses, the newest first',
        querystring: PageQuery.extend(SimulationFilter.shape),
        response: { 200: pageOf(SimulationView), ...problems({ forbidden }) },
      },
      config: { permission: 'risks:read' },
    },
    async (request) => await request.read(({ tx, org }) => listSimulations(tx, org, request.query)),
  )

  app.post(
    path,
    {
      schema: {
        tags,
        summary: 'Simulate the loss of a year, of one risk or of all open risks together',
        body: SimulationRequest,
        response: { 202: SimulationAsked, ...problems(refusals) },
      },
      config: { permission: 'risks:rate' },
    },
    async (request, reply) => {
      const asked = await request.change((it) => askForSimulation(it, request.body))
      return asked.ok ? reply.code(202).send(asked.value) : problem(reply, refusals, asked.error)
    },
  )

  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: 'Read a simulation: figures with their errors, the exceedance curve and each risk’s share',
        params: Params,
        response: { 200: SimulationDetail, ...missing },
      },
      config: { permission: 'risks:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => readSimulation(tx, org, request.params.id))
      return found ?? problem(reply, refusals, { kind: 'not-found' })
    },
  )

  app.get(
    `${path}/:id/record`,
    {
      schema: {
        tags,
        summary: 'Read the record of a simulation as the bytes that its hash is of',
        params: Params,
        response: problems(refusals),
      },
      config: { permission: 'risks:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => findSimulation(tx, org, request.params.id))
      if (!found) return problem(reply, refusals, { kind: 'not-found' })
      if (found.record === null) return problem(reply, refusals, { kind: 'not-finished' })
      return await sendRecord(reply, found.id, found.record)
    },
  )

  app.post(
    `${path}/:id/repeat`,
    {
      schema: {
        tags,
        summary:
          'Ask for a simulation to be computed again from its record; its bytes are compared, and the outcome noted',
        params: Params,
        response: { 202: RepeatAsked, ...problems(refusals) },
      },
      config: { permission: 'risks:read' },
    },
    async (request, reply) => {
      const found = await request.read(({ tx, org }) => findSimulation(tx, org, request.params.id))
      if (!found) return problem(reply, refusals, { kind: 'not-found' })
      const asked = await askForRepeat(door, whoOf(request), found)
      return asked.ok ? reply.code(202).send(asked.value) : problem(reply, refusals, asked.error)
    },
  )

  app.post(
    `${path}/:id/try-again`,
    {
      schema: {
        tags,
        summary: 'Try a simulation that broke off again, from what it was asked for with',
        params: Params,
        response: { 202: SimulationAsked, ...problems(refusals) },
      },
      config: { permission: 'risks:rate' },
    },
    async (request, reply) => {
      const asked = await request.change((it) => trySimulationAgain(it, request.params.id))
      return asked.ok ? reply.code(202).send(asked.value) : problem(reply, refusals, asked.error)
    },
  )
}

async function sendRecord(reply: FastifyReply, id: string, record: string): Promise<FastifyReply> {
  const name = `simulation-${id}.json`
  return await reply
    .header('Content-Disposition', `attachment; filename="${name}"`)
    .type('application/json')
    .send(Buffer.from(record))
}
