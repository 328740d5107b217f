import type { Identity } from '../../connector/index.js';
import type { User } from '../../mock-server/index.js';

/** The identity of somebody who has a user in the tenant already. */
export function identityOf(user: User): Identity {
  return {
    username: user.username,
    systemUserName: user.username,
    firstname: user.firstName,
    lastname: user.lastName,
    displayname: `${user.firstName} ${user.lastName}`,
    email: user.email,
    phonenumber: user.phone || null,
    title: user.title || null,
    location: user.location || null,
    employeeid: `E${user.id}`,
    statuskey: user.active ? '1' : '0',
  };
}

const everyAttribute = {
  phonenumber: '+49 30 901820',
  title: 'Systems Engineer',
  location: 'Berlin',
  statuskey: '1',
};

/** Somebody with every attribute and a plain name. */
export const plainJoiner: Identity = {
  ...everyAttribute,
  username: 'nadia.berg',
  systemUserName: 'nadia.berg',
  firstname: 'Nadia',
  lastname: 'Berg',
  displayname: 'Nadia Berg',
  email: 'nadia.berg@example.com',
  employeeid: 'E9001',
};

/** Somebody of whom only the name and the mail address are known. */
export const sparseJoiner: Identity = {
  username: 'ivo.lund',
  systemUserName: 'ivo.lund',
  firstname: 'Ivo',
  lastname: 'Lund',
  displayname: 'Ivo Lund',
  email: 'ivo.lund@example.com',
  phonenumber: null,
  title: null,
  location: null,
  employeeid: 'E9002',
  statuskey: '1',
};

/** Somebody who has a title, and neither phone nor location. */
export const titledJoiner: Identity = {
  ...sparseJoiner,
  username: 'tara.mohr',
  systemUserName: 'tara.mohr',
  firstname: 'Tara',
  lastname: 'Mohr',
  displayname: 'Tara Mohr',
  title: 'Test Engineer',
  email: 'tara.mohr@example.com',
  employeeid: 'E9004',
};

/** Somebody who has a phone and a location, and no title. */
export const untitledJoiner: Identity = {
  ...sparseJoiner,
  username: 'udo.stein',
  systemUserName: 'udo.stein',
  firstname: 'Udo',
  lastname: 'Stein',
  displayname: 'Udo Stein',
  phonenumber: '+49 40 428280',
  location: 'Hamburg',
  email: 'udo.stein@example.com',
  employeeid: 'E9005',
};

/** Somebody whose name has everything that a body made of text can trip over. */
export const awkwardJoiner: Identity = {
  ...everyAttribute,
  username: 'zoe.obrien',
  systemUserName: 'zoe.obrien',
  firstname: 'Zoë "Zo" Łucja',
  lastname: 'O\'Brien "Zo" Núñez 漢字',
  displayname: "Zoë O'Brien-Núñez",
  title: 'R&D \\ "Lead"',
  location: 'Berlin "Mitte" \\ 2',
  phonenumber: '+49 30 901820 "ext" 7',
  email: 'zoe.obrien@example.com',
  employeeid: 'E9003',
};

export const joiners: readonly Identity[] = [
  plainJoiner,
  sparseJoiner,
  awkwardJoiner,
  titledJoiner,
  untitledJoiner,
];
