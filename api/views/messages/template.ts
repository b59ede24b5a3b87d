import { z } from "@hono/zod-openapi";
import type { TemplateText } from "#core/model/template.ts";
import { channels } from "#core/model/vocabulary.ts";
import { textFindingCodes } from "#core/rules/texts/finding.ts";
import type { JudgedTemplate } from "#core/usecases/templates/judge-template.ts";
import type { TemplatePreview } from "#core/usecases/templates/preview-template.ts";
import { iso, Moment } from "../moment.ts";

const TextView = z.object({
  language: z.string().meta({ description: "ISO 639-1", example: "en" }),
  channel: z.enum(channels).nullable().meta({ description: "Null: for all channels", example: null }),
  text: z.string().meta({ example: "Hi {{first_name|there}}, thank you for writing to {{business}}!" }),
});

const TextFindingView = z
  .object({
    severity: z.enum(["error", "warning"]).meta({ example: "warning" }),
    code: z.enum(textFindingCodes).meta({ example: "no_fallback" }),
    pointer: z.string().meta({ description: "JSON pointer into the template", example: "/texts/0/text" }),
    detail: z.string().meta({ example: "has no fallback for company: contacts without it are skipped; write {{company|fallback}}" }),
  })
  .meta({ id: "TextFinding", description: "What is, or may be, wrong with a text" });

export const TemplateView = z
  .object({
    id: z.string().meta({ example: "tpl_01kaw3v6h0abcdefghjkmnpqrs" }),
    name: z.string().meta({ example: "Thank you" }),
    texts: z.array(TextView),
    findings: z.array(TextFindingView).meta({ description: "What looks like a mistake", example: [] }),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: "Template", description: "Something to say again and again, in several languages" });

export function toTemplateView({ id, name, texts, findings, createdAt, updatedAt }: JudgedTemplate): z.infer<typeof TemplateView> {
  return { id, name, texts: texts.map(toTextView), findings, createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}

function toTextView({ language, channel, text }: TemplateText): z.infer<typeof TextView> {
  return { language, channel, text };
}

export const TemplatePreviewView = z
  .object({
    contactId: z.string().nullable().meta({ description: "Null: for somebody nothing is known about", example: "con_01kaw3v6h0abcdefghjkmnpqrs" }),
    text: z.string().meta({ example: "Hi Ana, thank you for writing to Casa Luna!" }),
    chosen: TextView.meta({ description: "The text of the template that it was made of" }),
    because: z.string().meta({ description: "Why that text", example: "en, for all channels" }),
    missing: z
      .array(z.string())
      .meta({ description: "Variables that have neither value nor fallback: the contact would be skipped", example: ["company"] }),
  })
  .meta({ id: "TemplatePreview" });

export function toTemplatePreviewView({ chosen, ...preview }: TemplatePreview): z.infer<typeof TemplatePreviewView> {
  return { ...preview, chosen: toTextView(chosen) };
}
