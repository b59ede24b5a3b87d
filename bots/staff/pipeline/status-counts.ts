import type { Status } from "#core/model/vocabulary.ts";
import type { Context } from "#core/ports/context.ts";

/** How many contacts there are in each status. */
export async function countByStatus(ctx: Context): Promise<Record<Status, number>> {
  const count = (status: Status) => ctx.store.contacts.count({ status: [status] });
  const [fresh, active, qualified, converted, inactive, churned] = await Promise.all([
    count("new"),
    count("active"),
    count("qualified"),
    count("converted"),
    count("inactive"),
    count("churned"),
  ]);
  return { new: fresh, active, qualified, converted, inactive, churned };
}
