import { wireText } from '../rest/wire-text.js';

/** The page that a browser without a session is led to: the address and fields of the form are the vendor's [observed], the rest is not. */
export const LOGIN_PAGE = wireText(
  [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head><meta charset="utf-8"><title>Sign in</title></head>',
    '<body>',
    '<form method="post" action="/j_acegi_security_check">',
    '<label>Username <input name="j_username"></label>',
    '<label>Password <input name="j_password" type="password"></label>',
    '<button type="submit">Sign in</button>',
    '</form>',
    '</body>',
    '</html>',
    '',
  ].join('\n'),
);
