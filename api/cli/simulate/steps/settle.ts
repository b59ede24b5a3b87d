import type { ProposalRecord } from "#core/model/people/merge.ts";
import { acceptProposal } from "#core/usecases/proposals/accept-proposal.ts";
import { rejectProposal } from "#core/usecases/proposals/reject-proposal.ts";
import { StepError, type World } from "../world.ts";
import { nameSchema, step } from "./step.ts";

/** `accept: Ana` — staff do what is proposed about somebody. */
export const accept = step(nameSchema, async (world, name) => {
  const { id, kind } = await newestOpen(world, name);
  world.write(world.now(), "staff", name, `accept the ${kind} proposal`);
  await acceptProposal(world.staff, { id });
});

/** `reject: Ana` */
export const reject = step(nameSchema, async (world, name) => {
  const { id, kind } = await newestOpen(world, name);
  world.write(world.now(), "staff", name, `turn the ${kind} proposal down`);
  await rejectProposal(world.staff, { id });
});

async function newestOpen(world: World, name: string): Promise<ProposalRecord> {
  const { contactId } = await world.contact(name);
  const { data } = await world.system.store.proposals.list({ contactId, state: "open" }, { limit: 1, cursor: null });
  const [newest] = data;
  if (!newest) throw new StepError(`nothing is proposed about ${name}`);
  return newest;
}
