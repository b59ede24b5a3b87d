import { action, finds, type Template, words } from "./template.ts";

/** A shop: a wish to buy cools within weeks, and what lies in a cart or is out of stock tells as much as words. */
export const products: Template = {
  type: "products",
  name: "Products",
  purpose: "Shops that sell goods, online or over the counter",
  status: { inactiveAfterDays: 14, churnedAfterDays: 90, intentTtlDays: 45 },
  stages: { followUpAfterDays: 14 },
  flags: { vipConversions: 4 },
  intentDays: 30,
  ownIntents: [
    {
      name: "stock_question",
      description: "Asks whether something is in stock, in a size or a colour",
      examples: [
        "Is this still in stock?",
        "Do you have this in size medium?",
        "On hand pa po ba ito?",
        "May stock pa po ba ng itim?",
        "¿Todavía lo tienen en existencia?",
        "¿Lo tienen en talla mediana?",
      ],
    },
  ],
  signals: [
    finds("stock_question", "Asks what is in stock", 8, "intent", 21),
    action("cart_added", "Put something in the cart", 12, "engagement", 14),
    action("checkout_started", "Went to the checkout", 20, "intent", 14),
    action("product_viewed", "Looked at a product", 3, "engagement", 7),
    words("reseller", "Wants to sell on", 8, "fit", [
      "reseller",
      "resell",
      "distributor",
      "dropship",
      "pang benta",
      "pangbenta",
      "revender",
      "distribuidor",
      "mayorista",
    ]),
    words(
      "returns_goods",
      "Sends goods back",
      -8,
      "engagement",
      [
        "return the item",
        "send it back",
        "wrong item",
        "wrong size",
        "isoli",
        "mali ang item",
        "mali yung size",
        "devolver el producto",
        "talla equivocada",
      ],
      60,
    ),
  ],
};
