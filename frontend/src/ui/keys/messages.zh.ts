import type { KeyMessages } from './messages.en';

export const keys: KeyMessages = {
  title: '快捷键',
  intro: '在页面任何位置都可使用；在文本框中或输入法正在输入时不起作用。',
  singleKeys: '启用单键快捷键',
  singleKeysHint: '关闭后只有方向键和 Esc 有效；每个命令也都有按钮。',
  command: '命令',
  key: '按键',
  change: '更改',
  changeFor: (command) => `更改按键：${command}`,
  press: '请按下新的按键，按 Esc 放弃',
  taken: (key, command) => `${key} 已用于“${command}”。`,
  unusable: '请使用字母键（可加 Shift）或方向键。',
  presets: '按键习惯',
  usual: '恢复默认按键',
  none: '无',
};
