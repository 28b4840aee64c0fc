import { paintColours } from '@qzt/ui/colours';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SecondScreen } from './second-screen.tsx';
import './second.css';

paintColours(document.documentElement.style);
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <SecondScreen />
    </StrictMode>,
  );
