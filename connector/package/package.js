/** A package that cannot be used, with the file at fault and what to do. */
export class PackageError extends Error {
    code;
    remedy;
    file;
    name = 'PackageError';
    constructor(code, message, remedy, file) {
        super(message);
        this.code = code;
        this.remedy = remedy;
        this.file = file;
    }
}
