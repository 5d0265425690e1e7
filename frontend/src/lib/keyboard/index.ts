export { commandFor, isTyping, keyName, useCommands, type Command, type CommandOptions } from './commands';
