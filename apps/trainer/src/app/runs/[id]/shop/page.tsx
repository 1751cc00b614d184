import type { Metadata } from 'next';
import { ShopScreen } from '@/components/shop/shop-screen.tsx';

export const metadata: Metadata = { title: 'Shop · Dwell' };

export default function ShopPage() {
  return <ShopScreen />;
}
