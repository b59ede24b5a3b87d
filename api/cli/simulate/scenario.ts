import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { type Settings, settingsSchema } from "#core/model/settings.ts";
import { channels } from "#core/model/vocabulary.ts";
import { presets as shipped } from "#core/rules/followups/presets.ts";
import { defaultSettings } from "#core/rules/settings/defaults.ts";
import { isTimeZone } from "#core/usecases/contacts/time-zone.ts";
import { steps } from "./steps/index.ts";
import type { StepAction } from "./steps/step.ts";
import { readInstant } from "./times.ts";
import type { ScenarioPerson } from "./world.ts";

export type ScenarioStep = { at: number; line: number; run: StepAction };
/** Times are ms since 1970. */
export type Scenario = { start: number; end: number | null; settings: Settings; people: ScenarioPerson[]; steps: ScenarioStep[] };

/** The file is no scenario; one line for each thing that is wrong, with its line and field. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
}

const zone = z.string().refine(isTimeZone, "is not an IANA time zone, like Asia/Manila");
const personSchema = z.strictObject({
  channel: z.enum(channels).default("telegram"),
  id: z.coerce.string().optional(),
  zone: zone.optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
});

const kinds: readonly string[] = Object.keys(steps);
const spoken = ["says", "staff", "bot"] as const;
const optional = <T>(schema: z.ZodType<T>) => schema.optional();
const stepSchema = z
  .strictObject({
    at: z.string().optional(),
    says: optional(steps.says),
    staff: optional(steps.staff),
    bot: optional(steps.bot),
    action: optional(steps.action),
    approve: optional(steps.approve),
    edit: optional(steps.edit),
    dismiss: optional(steps.dismiss),
    snooze: optional(steps.snooze),
    remind: optional(steps.remind),
    takeOver: optional(steps.takeOver),
    release: optional(steps.release),
    accept: optional(steps.accept),
    reject: optional(steps.reject),
    fault: optional(steps.fault),
    outage: optional(steps.outage),
    expect: optional(steps.expect),
  } satisfies Record<keyof typeof steps | "at", z.ZodType>)
  .transform(({ at, ...does }, issues) => {
    const [run, more] = Object.values(does).filter((action) => action !== undefined);
    if (run && !more) return { at, run, speaks: spoken.some((kind) => does[kind] === run) };
    issues.addIssue({ code: "custom", message: `does exactly one of ${kinds.join(", ")}` });
    return z.NEVER;
  });

const scenarioSchema = z.strictObject({
  start: z.string(),
  /** How long it goes on after the last step. */
  until: z.string().optional(),
  timeZone: zone.default("UTC"),
  settings: z.record(z.string(), z.unknown()).default({}),
  /** Triggers of follow-ups that the product brings along, by their ids. */
  presets: z.array(z.enum(shipped.map(({ id }) => id))).default([]),
  contacts: z.record(
    z.string().min(1),
    personSchema.nullable().transform((given) => given ?? personSchema.parse({})),
  ),
  steps: z.array(stepSchema).min(1),
});

/** Reads a scenario from YAML; `name` is what errors call the file. */
export function readScenario(text: string, name: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(path, (each) => document.getIn(each, true), lines);
  const faults = document.errors.map(({ message }) => `${name}: ${message.split("\n")[0]}`);
  if (faults.length > 0) throw new ScenarioError(faults.join("\n"));
  const refuse = (path: readonly PropertyKey[], message: string): never => {
    throw new ScenarioError(`${name}:${lineOf(path)} /${path.map(String).join("/")} ${message}`);
  };

  const parsed = scenarioSchema.safeParse(document.toJS());
  if (!parsed.success) {
    throw new ScenarioError(
      parsed.error.issues.map((issue) => `${name}:${lineOf(pathOf(issue))} /${pathOf(issue).map(String).join("/")} ${issue.message}`).join("\n"),
    );
  }
  const { start: startText, until, timeZone, presets, contacts } = parsed.data;
  const start = readInstant(startText, 0, timeZone) ?? refuse(["start"], "is not a time like 2026-03-06T17:00");
  const planned: ScenarioStep[] = [];
  let from = start;
  let free = start;
  for (const [index, { at, run, speaks }] of parsed.data.steps.entries()) {
    const next = at === undefined ? from : (readInstant(at, from, timeZone) ?? refuse(["steps", index, "at"], notATime));
    if (next < from) refuse(["steps", index, "at"], "is before the step above it");
    const begins = Math.max(next, planned.at(-1)?.at ?? next, speaks ? free : next);
    planned.push({ at: begins, line: lineOf(["steps", index]), run });
    // Words at the same instant would have no order.
    if (speaks) free = begins + 1;
    from = next;
  }
  const end = until === undefined ? null : (readInstant(until, from, timeZone) ?? refuse(["until"], notATime));
  return {
    start,
    end,
    settings: withPresets(settingsWith({ timeZone, ...parsed.data.settings }, refuse), presets),
    people: peopleOf(contacts),
    steps: planned,
  };
}

const notATime = "is not a time like +2h, +3d 10:00, Fri 17:55 or 2026-03-06T17:55";

function peopleOf(contacts: z.infer<typeof scenarioSchema>["contacts"]): ScenarioPerson[] {
  return Object.entries(contacts).map(([name, { id, ...given }], index) => ({ ...given, name, id: id ?? defaultId(given, index) }));
}

/** Of a form in which the channel's ids come. */
function defaultId({ channel, email, phone }: z.infer<typeof personSchema>, index: number): string {
  if (channel === "whatsapp") return phone?.replace(/\D/g, "") ?? `63917000${1000 + index}`;
  if (channel === "email") return email ?? `customer${index + 1}@example.com`;
  return String(1001 + index);
}

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => value !== null && typeof value === "object" && !Array.isArray(value);

/** Objects are merged, everything else is replaced. */
function merged(base: Tree, over: Tree): Tree {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const held = base[key];
    result[key] = isTree(held) && isTree(value) ? merged(held, value) : value;
  }
  return result;
}

type Refuse = (path: readonly PropertyKey[], message: string) => never;

function settingsWith(given: Tree, refuse: Refuse): Settings {
  const parsed = settingsSchema.safeParse(merged(defaultSettings(), given));
  const issue = parsed.error?.issues[0];
  if (!parsed.success) return refuse(["settings", ...(issue?.path ?? [])], issue?.message ?? "is invalid");
  refuseUnknown(given, parsed.data, ["settings"], refuse);
  return parsed.data;
}

function withPresets(settings: Settings, ids: readonly string[]): Settings {
  const { followUps } = settings;
  return { ...settings, followUps: { ...followUps, custom: [...followUps.custom, ...shipped.filter(({ id }) => ids.includes(id))] } };
}

/** A setting that does not exist would silently do nothing. */
function refuseUnknown(given: unknown, known: unknown, path: string[], refuse: Refuse): void {
  if (!isTree(given) || !isTree(known)) return;
  for (const [key, value] of Object.entries(given)) {
    if (!(key in known)) refuse([...path, key], "is not a setting");
    refuseUnknown(value, known[key], [...path, key], refuse);
  }
}

/** An unknown key is named itself, not the object it stands in. */
function pathOf(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
}

/** The line of a node, or of the nearest one around it that exists. */
function lineAt(path: readonly PropertyKey[], find: (path: readonly PropertyKey[]) => unknown, lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = find(path.slice(0, length));
    if (isTree(node) && Array.isArray(node.range)) return lines.linePos(Number(node.range[0])).line;
  }
  return 1;
}
