import { columnIndex } from './column-index.js';
import { fileStorage, memoryStorage } from './storage.js';
/** The column of an account, by lower-case name. */
export function accountColumn(account, column) {
    if (column === 'accountid')
        return account.accountID;
    return column === 'name' ? account.name : account.columns[column];
}
/** The column of an entitlement, by lower-case name. */
export function entitlementColumn(entitlement, column) {
    if (column === 'entitlementid')
        return entitlement.entitlementID;
    return column === 'entitlement_value' ? entitlement.value : entitlement.columns[column];
}
/** Links by account and entitlement; the list itself is what is stored. */
function linkTable(links) {
    let byAccount;
    const table = () => {
        if (byAccount === undefined) {
            byAccount = new Map();
            for (const [at, link] of links().entries())
                setPosition(byAccount, link, at);
        }
        return byAccount;
    };
    return {
        get(accountKey, entitlementKey) {
            const at = table().get(accountKey)?.get(entitlementKey);
            return at === undefined ? undefined : links()[at];
        },
        put(link) {
            const at = table().get(link.accountKey)?.get(link.entitlementKey) ?? links().length;
            links()[at] = link;
            setPosition(table(), link, at);
        },
        remove(accountKey, entitlementKey) {
            const at = table().get(accountKey)?.get(entitlementKey);
            const last = links().at(-1);
            if (at === undefined || last === undefined)
                return;
            links()[at] = last;
            setPosition(table(), last, at);
            links().pop();
            table().get(accountKey)?.delete(entitlementKey);
        },
        of(accountKey) {
            return [...(table().get(accountKey)?.values() ?? [])].flatMap((at) => links()[at] ?? []);
        },
        clear() {
            byAccount = undefined;
        },
    };
}
function setPosition(table, link, at) {
    const own = table.get(link.accountKey);
    if (own === undefined)
        table.set(link.accountKey, new Map([[link.entitlementKey, at]]));
    else
        own.set(link.entitlementKey, at);
}
/** A repository over a storage. */
export function createStore(storage) {
    const data = () => storage.data;
    const accounts = columnIndex(() => data().accounts, accountColumn);
    const accountsIn = new Map();
    const entitlements = new Map();
    const byType = new Map();
    const identities = columnIndex(() => data().identities, (identity, column) => (column === 'username' ? identity.username : null));
    /** Where each identity stands in the list; they never go. */
    const places = new Map();
    const links = linkTable(() => data().links);
    function ofType(type) {
        let found = byType.get(type);
        if (found === undefined) {
            const ofThisType = data().entitlements.filter((entitlement) => entitlement.type === type);
            found = new Map(ofThisType.map((entitlement) => [entitlement.key, entitlement]));
            byType.set(type, found);
        }
        return found;
    }
    function entitlementIndex(type) {
        return columnIndex(() => ofType(type).values(), entitlementColumn);
    }
    function indexOf(type) {
        const found = entitlements.get(type) ?? entitlementIndex(type);
        entitlements.set(type, found);
        return found;
    }
    function accountsOf(endpoint) {
        if (endpoint === undefined)
            return accounts;
        const found = accountsIn.get(endpoint) ??
            columnIndex(() => data().accounts.filter((account) => account.endpoint === endpoint), accountColumn);
        accountsIn.set(endpoint, found);
        return found;
    }
    function accountChanged(before, after) {
        accounts.change(before, after);
        accountsIn.get(after.endpoint)?.change(before, after);
    }
    function forget() {
        accounts.clear();
        accountsIn.clear();
        entitlements.clear();
        byType.clear();
        identities.clear();
        places.clear();
        links.clear();
    }
    return {
        identities: () => data().identities,
        identity: (username) => identities.find('username', username),
        accounts: () => data().accounts,
        account: (key) => data().accounts[key - 1],
        accountByName: (name, endpoint) => accountsOf(endpoint).find('name', name),
        accountByColumn: (column, value, endpoint) => accountsOf(endpoint).find(column.toLowerCase(), value),
        entitlements: (type) => (type === undefined ? data().entitlements : [...ofType(type).values()]),
        entitlement: (key) => data().entitlements[key - 1],
        entitlementByColumn: (type, column, value) => indexOf(type).find(column.toLowerCase(), value),
        links: () => data().links,
        linksOf: (accountKey) => links.of(accountKey),
        hasLink: (accountKey, entitlementKey) => links.get(accountKey, entitlementKey) !== undefined,
        owners: () => data().owners,
        maps: () => data().maps,
        requests: () => data().requests,
        tasks: () => data().tasks,
        task: (id) => data().tasks[id - 1],
        jobs: () => data().jobs,
        putIdentity(identity) {
            const { identities: list } = data();
            if (places.size !== list.length)
                for (const [at, { username }] of list.entries())
                    places.set(username, at);
            const at = places.get(identity.username);
            const before = at === undefined ? undefined : list[at];
            places.set(identity.username, at ?? list.length);
            list[at ?? list.length] = identity;
            identities.change(before, identity);
        },
        insertAccount(fields) {
            const account = { ...fields, key: data().accounts.length + 1 };
            data().accounts.push(account);
            accountChanged(undefined, account);
            return account;
        },
        replaceAccount(account) {
            const before = data().accounts[account.key - 1];
            data().accounts[account.key - 1] = account;
            accountChanged(before, account);
        },
        insertEntitlement(fields) {
            const list = ofType(fields.type);
            const entitlement = { ...fields, key: data().entitlements.length + 1 };
            data().entitlements.push(entitlement);
            list.set(entitlement.key, entitlement);
            indexOf(fields.type).change(undefined, entitlement);
            return entitlement;
        },
        replaceEntitlement(entitlement) {
            const before = data().entitlements[entitlement.key - 1];
            data().entitlements[entitlement.key - 1] = entitlement;
            ofType(entitlement.type).set(entitlement.key, entitlement);
            indexOf(entitlement.type).change(before, entitlement);
        },
        putLink: links.put,
        removeLink: links.remove,
        link: links.get,
        setOwners(owners) {
            data().owners = [...owners];
        },
        setMaps(maps) {
            data().maps = [...maps];
        },
        insertRequest(fields) {
            const request = { ...fields, id: data().requests.length + 1 };
            data().requests.push(request);
            return request;
        },
        replaceRequest(request) {
            data().requests[request.id - 1] = request;
        },
        insertTask(fields) {
            const task = { ...fields, id: data().tasks.length + 1 };
            data().tasks.push(task);
            return task;
        },
        replaceTask(task) {
            data().tasks[task.id - 1] = task;
        },
        insertJob(fields) {
            const job = { ...fields, id: data().jobs.length + 1 };
            data().jobs.push(job);
            return job;
        },
        remember() {
            const before = Object.fromEntries(Object.entries(data()).map(([name, list]) => [name, [...list]]));
            return () => {
                Object.assign(data(), before);
                forget();
            };
        },
        save: () => storage.write(),
    };
}
/** A repository that lives in memory, or in one JSON file. @throws RepositoryError */
export async function openRepository(options = {}) {
    return createStore(options.file === undefined ? memoryStorage() : await fileStorage(options.file));
}
