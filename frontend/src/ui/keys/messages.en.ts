export const keys = {
  title: 'Keys',
  intro: 'They work everywhere on the page except in text fields and while an input method is composing.',
  singleKeys: 'Shortcuts of a single key',
  singleKeysHint: 'Switched off, only arrows and Esc work; every command also has a button.',
  command: 'Command',
  key: 'Key',
  change: 'Change',
  changeFor: (command: string) => `Change the key for: ${command}`,
  press: 'Press the new key, Esc to leave it',
  taken: (key: string, command: string) => `${key} already does “${command}”.`,
  unusable: 'Use a letter, with Shift if you like, or an arrow.',
  presets: 'Keys as in',
  usual: 'Usual keys again',
  none: 'none',
};

export type KeyMessages = typeof keys;
