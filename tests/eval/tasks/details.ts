import { readText } from "../analyst.ts";
import type { Prediction, Task } from "../task.ts";

const detailIn = (text: string, field: string, region: string | null = null) =>
  readText(text, { region }).details.find((detail) => detail.field === field)?.value ?? "none";

const plain = (value: string) => value.toLowerCase().trim();

export const phones: Task = {
  name: "phone number",
  fits: ({ label, valid }) => label === "phone" && typeof valid === "boolean",
  predict: ({ id, text = "", valid, e164, default_region }) => {
    const region = typeof default_region === "string" ? default_region : null;
    const right = valid === true ? String(e164) : "none";
    const found = detailIn(text, "phone", region);
    return [
      { id, gold: valid ? "valid" : "none", predicted: found === right ? (valid ? "valid" : "none") : found === "none" ? "none" : "wrong", text },
    ];
  },
};

export const emails: Task = {
  name: "e-mail address",
  positive: "valid",
  fits: ({ diagnosis }) => typeof diagnosis === "string",
  predict: ({ id, text = "", label }) => {
    if (label === "valid_but_unusual") return [];
    const found = detailIn(text, "email") === plain(text);
    return [{ id, gold: label === "valid" ? "valid" : "invalid", predicted: found ? "valid" : "invalid", text }];
  },
};

/** Names of many countries, said in a sentence of our own. */
export const names: Task = {
  name: "name in a sentence",
  positive: "right",
  fits: ({ first, last }) => typeof first === "string" && typeof last === "string",
  predict: ({ id, first, last }) => {
    const name = `${first} ${last}`;
    const found = detailIn(`Hi, my name is ${name}, can you help me?`, "name");
    return [{ id, gold: "right", predicted: found === name ? "right" : "wrong", text: `${name} -> ${found}` }];
  },
};

export const slotNames: Task = {
  name: "name in a chat turn",
  positive: "name",
  fits: ({ labels }) => labels?.domain !== undefined && labels?.turns !== undefined,
  predict: ({ id, turns = [], labels }) =>
    turns.flatMap(({ text }, index): Prediction[] => {
      const slots = Object.entries(labels?.turns?.[index]?.slots ?? {});
      const told = slots.filter(([slot]) => /^(name|customer_?name|full_?name)/.test(slot)).flatMap(([, values]) => values.map(plain));
      const found = plain(detailIn(text, "name"));
      if (told.length === 0 && found === "none") return [{ id: `${id}#${index}`, gold: "none", predicted: "none", text }];
      const isRight = told.some((value) => value === found);
      return [
        {
          id: `${id}#${index}`,
          gold: told.length > 0 ? "name" : "none",
          predicted: isRight ? "name" : found === "none" ? "none" : "wrong",
          text: `${text} -> ${found}`,
        },
      ];
    }),
};
