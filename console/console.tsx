import { render } from 'preact';
import { App } from './app.js';
import { applyTheme } from './state/theme.js';
import { takeTokensOfLinks } from './state/token-of-link.js';
import './styles/console.css';

applyTheme();
takeTokensOfLinks();
const root = document.getElementById('console');
if (root === null) throw new Error('The page has no #console.');
render(<App />, root);
