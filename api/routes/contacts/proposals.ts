import { createRoute, z } from "@hono/zod-openapi";
import { idempotent } from "#api/idempotency.ts";
import { idParameter, pageOf, pageParameters, toPage, toPageQuery } from "#api/page.ts";
import { problems } from "#api/problem.ts";
import { newRouter } from "#api/router.ts";
import { ProposalView, toProposalView } from "#api/views/contacts/proposal.ts";
import { OperationView, toOperationView } from "#api/views/operations/operation.ts";
import { proposalKinds, proposalStates } from "#core/model/people/merge.ts";
import { acceptProposal } from "#core/usecases/proposals/accept-proposal.ts";
import { findDuplicates } from "#core/usecases/proposals/find-duplicates.ts";
import { getProposal, listProposals } from "#core/usecases/proposals/proposals.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { body, json } from "../answers.ts";

const tags = ["Proposals"];
const Params = z.object({ id: idParameter("proposal", "prp") });

const listQuery = z.strictObject({
  kind: z.enum(proposalKinds).optional().meta({ description: "Only of this kind" }),
  state: z.enum(proposalStates).optional().meta({ description: "Only in this state", example: "open" }),
  contactId: z.string().min(1).max(100).optional().meta({ description: "Only those that name the contact" }),
  ...pageParameters,
});

const listRoute = createRoute({
  method: "get",
  path: "/proposals",
  operationId: "listProposals",
  tags,
  summary: "List what people may decide, newest first",
  description:
    "Contacts that seem to be one person, values that contradict what a field holds, and words that seem to confirm, cancel or promise something or to ask not to be written to.",
  request: { query: listQuery },
  responses: { 200: json("A page of proposals", pageOf(ProposalView)), ...problems(401, 403, 422) },
});

const readRoute = createRoute({
  method: "get",
  path: "/proposals/{id}",
  operationId: "getProposal",
  tags,
  summary: "Read one proposal",
  description: "With its evidence.",
  request: { params: Params },
  responses: { 200: json("The proposal", ProposalView), ...problems(401, 403, 404, 422) },
});

const AcceptInput = z
  .strictObject({
    intoId: z.string().min(1).max(100).optional().meta({ description: "For `merge`: which of the two remains; by default the older" }),
    override: z
      .boolean()
      .optional()
      .meta({ description: "For `merge`: also when they are different identities on one channel account", example: false }),
  })
  .meta({ id: "ProposalAcceptance" });

const decided = problems(401, 403, 404, 409, 410, 413, 415, 422, 503);

const acceptRoute = createRoute({
  method: "post",
  path: "/proposals/{id}/accept",
  operationId: "acceptProposal",
  tags,
  summary: "Do what is proposed",
  description:
    "Merges the two contacts, writes the value as an edit by people, opts the person out, or stores what the message says as an action reported by people. One that is decided is a conflict; one about a merged contact is gone.",
  request: { params: Params, body: { ...body(AcceptInput), required: false } },
  responses: { 200: json("The proposal as it is decided", ProposalView), ...decided },
});

const rejectRoute = createRoute({
  method: "post",
  path: "/proposals/{id}/reject",
  operationId: "rejectProposal",
  tags,
  summary: "Turn a proposal down",
  description:
    "It does not come again: the same pair, value or message is not proposed any more. Whoever did not mean to opt out may be written to at once.",
  request: { params: Params },
  responses: { 200: json("The proposal as it is decided", ProposalView), ...problems(401, 403, 404, 409, 410, 422, 503) },
});

const findRoute = createRoute({
  method: "post",
  path: "/contacts/duplicates",
  operationId: "findDuplicates",
  tags,
  summary: "Look for duplicates among all contacts",
  description: "In the background; what is found are proposals, and the same verified address links. `done` counts contacts looked at.",
  responses: { 202: json("Begun", OperationView), ...problems(401, 403, 409, 410, 503) },
});

export const proposals = newRouter()
  .openapi(listRoute, async (c) => {
    const { limit, cursor, ...filter } = c.req.valid("query");
    const page = await listProposals(c.var.ctx, { filter, page: toPageQuery(c, c.req.valid("query")) });
    return c.json(toPage(c, page, toProposalView), 200);
  })
  .openapi(readRoute, async (c) => c.json(toProposalView(await getProposal(c.var.ctx, c.req.valid("param"))), 200))
  .openapi(acceptRoute, async (c) => {
    const input = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(toProposalView(await acceptProposal(idempotent(c, 200, toProposalView), input)), 200);
  })
  .openapi(rejectRoute, async (c) => c.json(toProposalView(await rejectProposal(idempotent(c, 200, toProposalView), c.req.valid("param"))), 200))
  .openapi(findRoute, async (c) => c.json(toOperationView(await findDuplicates(idempotent(c, 202, toOperationView))), 202));
