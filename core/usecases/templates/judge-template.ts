import { fail } from "#core/errors.ts";
import type { TemplateRecord } from "#core/model/template.ts";
import type { TextFinding } from "#core/rules/texts/finding.ts";
import { lintTexts } from "#core/rules/texts/lint.ts";

/** A template and what its texts are warned about. */
export type JudgedTemplate = TemplateRecord & { findings: TextFinding[] };

export function judgeTemplate(template: TemplateRecord): JudgedTemplate {
  return { ...template, findings: lintTexts(template.texts) };
}

/** Errors in texts refuse the template, each with its pointer. */
export function refuseFaulty({ texts }: Pick<TemplateRecord, "texts">): void {
  const errors = lintTexts(texts)
    .filter(({ severity }) => severity === "error")
    .map(({ pointer, detail }) => ({ pointer, detail }));
  const [first] = errors;
  if (first) fail("invalid", `${first.pointer} ${first.detail}`, { errors });
}
