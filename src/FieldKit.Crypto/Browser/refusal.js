// Expected failures cross to .NET as words in the result, not as exceptions whose text would have to be parsed.

export class Refusal extends Error {
  constructor(word) {
    super(word);
    this.word = word;
  }
}

/** Runs work that gives an object of results; a refusal becomes {refusal}. Anything else is a fault and is thrown on. */
export async function answer(work) {
  try {
    return { refusal: null, ...(await work()) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.word };
    throw error;
  }
}
