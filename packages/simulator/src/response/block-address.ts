import { MINUTE_MS } from '@dwell/core';
import { formatCidr, networkOf, parseCidr, parseIp } from '@dwell/shop';
import { customersBehind } from '../world/honest-gate.ts';
import { logControl, type Response } from './response.ts';

function blockOf(text: string): { base: number; bits: number } {
  if (!text.includes('/')) return { base: parseIp(text, 'block-address'), bits: 32 };
  const { base, prefix } = parseCidr(text, 'block-address');
  return { base, bits: prefix };
}

/** Turns away an address or a network at the gateway, with every customer behind it. */
export const blockAddress: Response = {
  id: 'block-address',
  touches: 'source',
  title: { en: 'Block an address or network', ko: '주소·네트워크 차단' },
  summary: {
    en: 'Everyone behind the address is turned away. An attacker moves to another one after some hours and goes slower.',
    ko: '그 주소 뒤의 모든 사람이 막힙니다. 공격자는 몇 시간 뒤 다른 주소로 옮겨 더 천천히 움직입니다.',
  },
  analystHours: 0.5,
  undoable: true,
  leadMs: () => 10 * MINUTE_MS,
  check: (_world, params) => void blockOf(String(params['address'])),
  blast(world, params) {
    const block = blockOf(String(params['address']));
    const customers = customersBehind(block);
    const share = customers / (world.knobs['world.daily_users'] * 2.12);
    return {
      customersLockedOut: customers,
      expectedContacts: Math.round(customers * 0.47 * 0.05),
      expectedLostOrders: Math.round(Math.min(1, share) * world.knobs['world.orders_per_day']),
      notes: [{ code: 'network', values: { network: networkOf(block.base).name } }],
    };
  },
  apply(world, params, by) {
    const block = blockOf(String(params['address']));
    world.state.blocks = [...world.state.blocks, { ...block, by }];
    logControl(
      world,
      'block',
      'address-blocked',
      formatCidr({ base: block.base, prefix: block.bits }),
    );
  },
};
