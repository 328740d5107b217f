export class GroovyObject {
}
