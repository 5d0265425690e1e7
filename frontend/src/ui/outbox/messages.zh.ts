import { zh } from '../../lib/i18n';
import type { OutboxMessages } from './messages.en';

export const outbox: OutboxMessages = {
  saved: '已保存',
  saving: (n) => `正在保存 ${zh(n)} 项`,
  offline: (n) => `离线，本机暂存 ${zh(n)} 项`,
  signedOut: (n) => `已退出登录，本机暂存 ${zh(n)} 项`,
  otherAccount: (n) => `当前登录的是其他账户，本机暂存 ${zh(n)} 项`,
  signIn: '登录后发送',
  notStored: '此浏览器无法存储数据：请在全部保存之前不要关闭页面。',
  refused: (n) => `${zh(n)} 项未被接受`,
  refusedTitle: '服务器未接受的判断',
  refusedText: '这些判断不计入结果，但没有丢失。请阅读原因，然后重试或移除。',
  tryAgain: '重试',
  understood: '移除',
  acts: {
    include: '纳入',
    exclude: '排除',
    maybe: '待定',
    withdraw: '撤回',
    duplicate: '标为重复记录',
    'no-duplicate': '撤回重复记录标记',
    sought: '获取中',
    retrieved: '已获取',
    'not-retrieved': '未能获取',
  },
  why: {
    'stage-closed': '该阶段在判断送达之前已关闭。负责人可以重新开放。',
    'already-adjudicated': '该记录的冲突在判断送达之前已裁定。',
    'not-screenable': '该记录在判断送达之前已被撤回，或已与重复记录合并。',
    'reason-needed': '此阶段排除时必须给出原因。',
    'role-needed': '您已没有执行此操作的角色。负责人可以为您分配。',
    'no-conflict': '该记录已不存在冲突。',
    'adjudication-decides': '裁定只能是纳入或排除。',
    'not-found': '该记录或该综述已不再对您开放。',
  },
  server: '服务器说明：',
};
