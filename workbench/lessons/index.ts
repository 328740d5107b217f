export { type Course, type CourseSetup, openCourse } from './course.js';
export { type LessonFolder, lessonsOf, readLessons } from './read-lessons.js';
