/** The server asks the same; saying it here spares a round trip. */
const leastCharacters = 10;

export function passwordIsLong(password: string): boolean {
  return [...password].length >= leastCharacters;
}
