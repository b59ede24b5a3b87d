/** Stands on a card under which a thread is. */
export const howToAnswer =
  "Write in the thread to leave a note for colleagues. Press Reply, begin with `>>`, or put a file there without words, to answer the customer.";
