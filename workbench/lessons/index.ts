export { conditionsTable } from './conditions-table.js';
export { type Course, type CourseSetup, openCourse } from './course.js';
export { type LessonFolders, readLessons } from './read-lessons.js';
