/**
 * Closures give the value of their last statement: turns it into a `return`, and does so inside `if`, `try`, `switch`
 * and blocks. Loops give null; a `case` gives its value only before a `break` or as `default` (source: Groovy's
 * ReturnAdder, observed).
 */
export function withImplicitReturn(statements) {
    const last = statements.at(-1);
    if (last === undefined)
        return statements;
    return [...statements.slice(0, -1), returning(last)];
}
function returning(statement) {
    switch (statement.kind) {
        case 'expression':
            return { ...place(statement), kind: 'return', value: statement.expression };
        case 'declaration': {
            const last = statement.variables.at(-1);
            if (last === undefined)
                return statement;
            const name = { kind: 'name', name: last.name, start: last.start, end: last.end };
            const value = { ...place(last), kind: 'return', value: name };
            return { ...place(statement), kind: 'block', body: [statement, value] };
        }
        case 'if':
            return {
                ...statement,
                body: returning(statement.body),
                otherwise: statement.otherwise === null ? null : returning(statement.otherwise),
            };
        case 'block':
            return returningBlock(statement);
        case 'try':
            return {
                ...statement,
                body: returningBlock(statement.body),
                catches: statement.catches.map((one) => ({ ...one, body: returningBlock(one.body) })),
            };
        case 'switch':
            return { ...statement, cases: statement.cases.map(returningCase) };
        case 'labelled':
            return { ...statement, body: returning(statement.body) };
        default:
            return statement;
    }
}
function place({ start, end }) {
    return { start, end };
}
function returningBlock(block) {
    return { ...block, body: withImplicitReturn(block.body) };
}
function returningCase(one) {
    if (one.body.at(-1)?.kind === 'break')
        return { ...one, body: withImplicitReturn(one.body.slice(0, -1)) };
    return one.test === null ? { ...one, body: withImplicitReturn(one.body) } : one;
}
